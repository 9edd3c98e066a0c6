using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.FollowUp;

/// <summary>Progress of one promise; the last one settled ends the follow-up.</summary>
public sealed record RecordProgress(CommitmentId CommitmentId, CommitmentState State, string Text) : CaseAct
{
    public FileId? ProofId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var caseId = subject.Id;
        var commitment = await scene.Db.Commitments.FirstOrDefaultAsync(known => known.Id == CommitmentId && known.CaseId == caseId, cancellationToken);
        if (commitment is null)
        {
            return FollowUpRefusals.UnknownCommitment;
        }

        if (commitment.State is CommitmentState.Kept or CommitmentState.Failed)
        {
            return FollowUpRefusals.AlreadySettled;
        }

        var deliveredOn = await scene.Db.Replies.Where(reply => reply.Id == commitment.ReplyId).Select(reply => reply.DeliveredOn).SingleAsync(cancellationToken);
        if (deliveredOn is null)
        {
            return FollowUpRefusals.NotDeliveredYet;
        }

        var refusal = scene.NotBefore(deliveredOn)
            ?? ActRefusals.Check(nameof(Text), Text)
            ?? await scene.AttachAsync(ProofId is { } proof ? [proof] : [], Name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        commitment.State = State;
        scene.Db.CommitmentProgress.Add(new CommitmentProgress
        {
            Id = TimedId.At(scene.Now),
            CommitmentId = CommitmentId,
            On = scene.OccurredOn,
            Text = Text,
            State = State,
            ProofId = ProofId,
            ById = scene.Decider.Id,
        });
        if (State is CommitmentState.Kept or CommitmentState.Failed)
        {
            commitment.ClearedOn = State == CommitmentState.Kept ? scene.OccurredOn : null;
            scene.Deadlines.Meet(CommitmentId, scene.OccurredOn);
            subject.OpenCommitments--;
            await FinishAsync(scene, cancellationToken);
        }

        return null;
    }

    private async Task FinishAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Case is not { OpenCommitments: 0, InFollowUp: true })
        {
            return;
        }

        var caseId = scene.Case.Id;
        var anyFailed = State == CommitmentState.Failed
            || await scene.Db.Commitments.AnyAsync(known => known.CaseId == caseId && known.State == CommitmentState.Failed, cancellationToken);
        FeedbackSettlement.Close(scene);
        scene.Means(FollowUpSteps.FollowUp, anyFailed ? "Failed" : "Cleared");
    }
}
