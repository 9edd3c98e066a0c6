using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Workflows.Execution;

namespace Proposals.Feedback;

/// <summary>The rating was entered the wrong way round, or came after the case had gone on without it. What the case did meanwhile is taken back, and it goes on from its feedback by a workflow of its own.</summary>
internal static class FeedbackTurn
{
    public static async Task TakeAsync(CaseScene scene, bool isUnsatisfied, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (isUnsatisfied)
        {
            var wasClosed = subject.ClosedOn is not null;
            subject.InFollowUp = false;
            subject.ClosedOn = null;
            subject.ArchivedOn = null;
            scene.Deadlines.Reopen(DeadlineKind.Archive);
            scene.Deadlines.Drop(DeadlineKind.Archive, scene.OccurredOn);
            if (wasClosed && subject.HandlerId is null)
            {
                // The next round needs somebody; while the case was closed nobody was missed.
                scene.Deadlines.Open(DeadlineKind.Handover, scene.OccurredOn);
            }
        }
        else
        {
            await FeedbackSettlement.AcceptAsync(scene, cancellationToken);
        }

        scene.Tells(new Cancel("feedback turned", scene.Now));
        scene.Begins(OfficeWorkflows.AfterFeedback);
    }
}
