using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Proof;

namespace Proposals.Designer.Gate;

/// <summary>Nothing is closed before its feedback is in, or its time for it is over. A case handled again is asked again.</summary>
internal sealed class FeedbackBeforeClosed(GateGround ground) : PathRule
{
    private const int Awaited = 0;
    private const int Told = 1;

    public override string Code => "close.unasked";

    protected override int Begin => ground.OwesReply && !ground.BeginsAfterFeedback ? Awaited : Told;

    protected override int After(int memory, Passage passed) =>
        passed.Activity.Type == FeedbackSteps.Collect ? Told
        : passed.Is(FeedbackSteps.Reopen, "Reopened") ? Awaited
        : memory;

    protected override BilingualProblem? Complaint(int memory, Passage passed) =>
        memory == Awaited && passed.Is(FollowUpSteps.Archive, "Archived")
            ? new BilingualProblem(
                $"有一条路径没有征询意见就到了“{passed.Activity.Title}”。请让它先经过“征询意见”。",
                $"A path closes the case at \"{passed.Activity.Title}\" without feedback, or the end of the time for it. Lead it through \"Collect feedback\" first.")
            : null;
}
