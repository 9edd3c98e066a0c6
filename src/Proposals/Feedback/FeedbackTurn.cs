using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Workflows.Execution;

namespace Proposals.Feedback;

/// <summary>The rating was entered the wrong way round. What the case did because of it is taken back, and it goes on from its feedback by a workflow of its own.</summary>
internal static class FeedbackTurn
{
    public static void Take(CaseScene scene, bool isUnsatisfied)
    {
        var subject = scene.Case;
        if (isUnsatisfied)
        {
            subject.InFollowUp = false;
            subject.ClosedOn = null;
            subject.ArchivedOn = null;
            scene.Deadlines.Reopen(DeadlineKind.Archive);
            scene.Deadlines.Drop(DeadlineKind.Archive, scene.OccurredOn);
        }
        else
        {
            FeedbackSettlement.Accept(scene);
        }

        scene.Tells(new Cancel("feedback corrected", scene.Now));
        scene.Begins(OfficeWorkflows.AfterFeedback);
    }
}
