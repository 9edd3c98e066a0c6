using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.FollowUp;

/// <summary>Progress of one promise. Kept means reported until the office has looked, where the profile asks for that; failed means that the proposer was told why.</summary>
/// <remarks>The promise's date is met on the day it is reported kept: that is the department's part. Sent back, it is owed again by the same date.</remarks>
public sealed record RecordProgress(CommitmentId CommitmentId, CommitmentState State, string Text) : CaseAct
{
    public FileId? ProofId { get; init; }

    /// <summary>Of a promise that cannot be kept: the day the proposer was told.</summary>
    public DateOnly? ExplainedOn { get; init; }

    /// <summary>How the proposer was told, and what he said.</summary>
    public string Explanation { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (commitment, deliveredOn, closed) = await CommitmentDesk.FindOpenAsync(scene, CommitmentId, cancellationToken);
        if (commitment is null)
        {
            return closed;
        }

        if (commitment.ReportedOn is not null)
        {
            return FollowUpRefusals.AlreadyReported;
        }

        var refusal = scene.NotBefore(deliveredOn)
            ?? ActRefusals.Check(nameof(Text), Text)
            ?? (State == CommitmentState.Failed ? CheckExplanation(scene, deliveredOn) : null)
            ?? await scene.AttachAsync(ProofId is { } proof ? [proof] : [], Name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        CommitmentDesk.Note(scene, CommitmentId, scene.OccurredOn, State, Text, ProofId);
        switch (State)
        {
            case CommitmentState.Kept when scene.Profile.ClearanceIsChecked:
                commitment.State = CommitmentState.InProgress;
                commitment.ReportedOn = scene.OccurredOn;
                scene.Deadlines.Meet(CommitmentId, scene.OccurredOn);
                break;
            case CommitmentState.Kept:
                commitment.State = State;
                commitment.ReportedOn = scene.OccurredOn;
                commitment.ClearedOn = scene.OccurredOn;
                scene.Deadlines.Meet(CommitmentId, scene.OccurredOn);
                await CommitmentDesk.SettleAsync(scene, commitment, cancellationToken);
                break;
            case CommitmentState.Failed:
                commitment.State = State;
                CommitmentDesk.Note(scene, CommitmentId, ExplainedOn ?? scene.OccurredOn, State, Explanation, null);
                scene.Deadlines.Drop(CommitmentId, scene.OccurredOn);
                await CommitmentDesk.SettleAsync(scene, commitment, cancellationToken);
                break;
            default:
                commitment.State = State;
                break;
        }

        return null;
    }

    private Refusal? CheckExplanation(CaseScene scene, DateOnly? deliveredOn)
    {
        if (ExplainedOn is not { } explained)
        {
            return ActRefusals.Missing(nameof(ExplainedOn));
        }

        return explained > scene.Today ? ActRefusals.InTheFuture(explained)
            : explained < deliveredOn ? ActRefusals.BeforeItsCause(explained, deliveredOn.Value)
            : ActRefusals.Check(nameof(Explanation), Explanation);
    }
}
