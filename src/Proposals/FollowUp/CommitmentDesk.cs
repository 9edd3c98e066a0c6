using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.FollowUp;

/// <summary>What the acts on a promise have in common.</summary>
internal static class CommitmentDesk
{
    /// <returns>The promise, and the day the reply that makes it was delivered; no promise where nothing may be said about it, and why.</returns>
    public static async Task<(Commitment? Commitment, DateOnly? DeliveredOn, Refusal? Closed)> FindOpenAsync(CaseScene scene, CommitmentId id, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var commitment = await scene.Db.Commitments.Include(known => known.Progress).FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId, cancellationToken);
        if (commitment is null)
        {
            return (null, null, FollowUpRefusals.UnknownCommitment);
        }

        if (commitment.State is CommitmentState.Kept or CommitmentState.Failed)
        {
            return (null, null, FollowUpRefusals.AlreadySettled);
        }

        var deliveredOn = await scene.Db.Replies.Where(reply => reply.Id == commitment.ReplyId).Select(reply => reply.DeliveredOn).SingleAsync(cancellationToken);
        return deliveredOn is null ? (null, null, FollowUpRefusals.NotDeliveredYet) : (commitment, deliveredOn, null);
    }

    public static void Note(CaseScene scene, CommitmentId commitment, DateOnly on, CommitmentState state, string text, FileId? proof) =>
        scene.Db.CommitmentProgress.Add(new CommitmentProgress
        {
            Id = TimedId.At(scene.Now),
            CommitmentId = commitment,
            On = on,
            Text = text.Trim(),
            State = state,
            ProofId = proof,
            ById = scene.Decider.Id,
        });

    /// <summary>One promise less is open; the last one ends the follow-up.</summary>
    public static async Task SettleAsync(CaseScene scene, Commitment settled, CancellationToken cancellationToken)
    {
        scene.Case.OpenCommitments--;
        if (scene.Case is not { OpenCommitments: 0, InFollowUp: true })
        {
            return;
        }

        var caseId = scene.Case.Id;
        var anyFailed = settled.State == CommitmentState.Failed
            || await scene.Db.Commitments.AnyAsync(known => known.CaseId == caseId && known.State == CommitmentState.Failed, cancellationToken);
        await FeedbackSettlement.CloseAsync(scene, cancellationToken);
        scene.Means(FollowUpSteps.FollowUp, anyFailed ? "Failed" : "Cleared");
    }
}
