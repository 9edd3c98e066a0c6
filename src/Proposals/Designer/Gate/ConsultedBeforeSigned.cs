using Proposals.Consultation;
using Proposals.Feedback;
using Proposals.Reply;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Proof;

namespace Proposals.Designer.Gate;

/// <summary>No reply is signed before as many consultations as the rules ask: counted one by one (已面商), or found enough (面商充分). A case handled again counts anew.</summary>
internal sealed class ConsultedBeforeSigned(GateGround ground) : PathRule
{
    /// <summary>Remembered: how many of this round, or that they are enough; from the second round on below zero.</summary>
    private const int Enough = 1000;

    public override string Code => "reply.unconsulted";

    protected override int Begin => ground.OwesReply && !ground.BeginsAfterFeedback ? 0 : Enough;

    protected override int After(int memory, Passage passed)
    {
        if (passed.Is(FeedbackSteps.Reopen, "Reopened"))
        {
            return -1;
        }

        if (passed.Is(ConsultationSteps.Enough, "Enough"))
        {
            return memory < 0 ? -Enough : Enough;
        }

        return !passed.Is(ConsultationSteps.Record, "Held") || Math.Abs(memory) == Enough ? memory : Counted(memory);
    }

    protected override BilingualProblem? Complaint(int memory, Passage passed)
    {
        if (!SigningSteps.Signs(passed) || IsEnough(memory))
        {
            return null;
        }

        var wanted = memory < 0 ? ground.ConsultationsAgain : ground.Consultations;
        return wanted is { } count
            ? new BilingualProblem(
                $"有一条路径面商不足{count}次就到了“{passed.Activity.Title}”签发。请让它先经过“面商是否充分”，或经过{count}次“面商”。",
                $"A path signs at \"{passed.Activity.Title}\" with fewer than {count} consultations. Lead it through \"Enough consultations?\", or through {count} consultations.")
            : new BilingualProblem(
                $"重新办理后，有一条路径没有经过“面商充分”就到了“{passed.Activity.Title}”签发；重新办理须有领导参加面商，只有“面商是否充分”能判断。请让它先经过这一判断。",
                $"After a re-handling a path signs at \"{passed.Activity.Title}\" without having passed \"Enough\"; a leader has to be there then, which only \"Enough consultations?\" can tell. Lead it through there.");
    }

    /// <summary>Capped, so that a loop of consultations comes back to the same memory.</summary>
    private int Counted(int memory) => memory >= 0
        ? Math.Min(memory + 1, ground.Consultations)
        : Math.Max(memory - 1, -1 - (ground.ConsultationsAgain ?? 0));

    private bool IsEnough(int memory) => Math.Abs(memory) == Enough
        || (memory >= 0 ? memory >= ground.Consultations : ground.ConsultationsAgain is { } again && -1 - memory >= again);
}
