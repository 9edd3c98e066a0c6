using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;

namespace Proposals.Feedback;

/// <summary>What an accepted reply leads to: follow-up while promises are open, else the end.</summary>
internal static class FeedbackSettlement
{
    public static async Task AcceptAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Case.OpenCommitments > 0)
        {
            scene.Case.InFollowUp = true;
            return;
        }

        await CloseAsync(scene, cancellationToken);
    }

    /// <summary>A case ends with the last that it waited for, in whatever order the papers are entered.</summary>
    public static async Task CloseAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var last = await LastDayAsync(scene, cancellationToken);
        scene.CloseCase(last > scene.OccurredOn ? last.Value : scene.OccurredOn);
    }

    /// <summary>The latest day of this round's deciding form or its lapse, and of what became of the promises.</summary>
    public static async Task<DateOnly?> LastDayAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (db, caseId, round) = (scene.Db, scene.Case.Id, scene.Case.Round);
        await db.FeedbackForms.Where(form => form.CaseId == caseId && form.Round == round).LoadAsync(cancellationToken);
        await db.Commitments.Include(promise => promise.Progress).Where(promise => promise.CaseId == caseId).LoadAsync(cancellationToken);
        var deciding = scene.Case.Proposers.Where(proposer => proposer.Decides).Select(proposer => proposer.Id).ToHashSet();
        var forms = db.InHand<FeedbackForm>().Where(form => form.CaseId == caseId && form.Round == round && deciding.Contains(form.ProposerId)).Select(form => (DateOnly?)form.ReceivedOn);
        var ends = db.InHand<Commitment>().Where(promise => promise.CaseId == caseId).SelectMany(promise => promise.Progress)
            .Where(line => line.State is CommitmentState.Kept or CommitmentState.Failed).Select(line => (DateOnly?)line.On);
        var lapses = scene.Deadlines.Lines.Where(line => line.Kind == DeadlineKind.FeedbackReturn && line.Round == round).Select(line => line.DroppedOn);
        return forms.Concat(ends).Concat(lapses).Max();
    }
}
