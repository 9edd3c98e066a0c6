using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Proof;

namespace Proposals.Designer.Gate;

/// <summary>Whoever is not satisfied has the case handled again: no way leads from there to the archive or the end without a re-assignment.</summary>
internal sealed class UnsatisfiedGoesBack(GateGround ground) : PathRule
{
    private const int Content = 0;
    private const int Unsatisfied = 1;

    public override string Code => "feedback.dropped";

    protected override int Begin => ground.BeginsAfterFeedback ? Unsatisfied : Content;

    protected override int After(int memory, Passage passed) =>
        passed.Activity.Type == FeedbackSteps.Collect ? (passed.Port == "Unsatisfied" ? Unsatisfied : Content)
        : passed.Is(FeedbackSteps.Reopen, "Reopened") || (AsksIt(passed) && passed.Port == "False") ? Content
        : memory;

    protected override BilingualProblem? Complaint(int memory, Passage passed) =>
        memory == Unsatisfied && passed.Is(FollowUpSteps.Archive, "Archived") ? Dropped(passed.Activity.Title) : null;

    protected override BilingualProblem? ComplaintAtEnd(int memory) => memory == Unsatisfied ? Dropped("结束", "the end") : null;

    private static bool AsksIt(Passage passed) => passed.Activity.Type == FeedbackSteps.ResultIs && passed.Activity.Written["is"] == "Unsatisfied";

    private static BilingualProblem Dropped(string title, string? english = null) => new(
        $"不满意的有一条路径没有重新交办就到了“{title}”。请让它回到“重新交办登记”。",
        $"Where somebody was not satisfied, a path leads to {english ?? $"\"{title}\""} without a re-assignment. Lead it back to \"Re-assignment\".");
}
