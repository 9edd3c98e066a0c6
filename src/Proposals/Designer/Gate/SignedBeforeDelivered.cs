using Proposals.Feedback;
using Proposals.Reply;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Proof;

namespace Proposals.Designer.Gate;

/// <summary>Nothing is numbered, sealed or sent out unsigned.</summary>
internal sealed class SignedBeforeDelivered(GateGround ground) : PathRule
{
    private const int Unsigned = 0;
    private const int Signed = 1;

    public override string Code => "reply.unsigned";

    protected override int Begin => ground.BeginsAfterFeedback ? Signed : Unsigned;

    protected override int After(int memory, Passage passed) =>
        SigningSteps.Signs(passed) ? Signed
        : SigningSteps.Unsigns(passed) || passed.Is(FeedbackSteps.Reopen, "Reopened") ? Unsigned
        : memory;

    protected override BilingualProblem? Complaint(int memory, Passage passed) =>
        memory == Unsigned && (passed.Is(ReplySteps.Seal, "Sealed") || passed.Is(ReplySteps.Deliver, "Delivered") || passed.Is(ReplySteps.SendOpinion, "Sent"))
            ? new BilingualProblem(
                $"有一条路径没有签发就到了“{passed.Activity.Title}”。请让它先经过签发。",
                $"A path comes to \"{passed.Activity.Title}\" unsigned. Lead it through a signature first.")
            : null;
}
