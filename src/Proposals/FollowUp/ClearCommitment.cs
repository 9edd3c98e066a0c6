using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.FollowUp;

/// <summary>销号: the office has looked at what was reported kept, and it is so.</summary>
public sealed record ClearCommitment(CommitmentId CommitmentId, string Finding) : CaseAct
{
    /// <summary>Needed where the report brought none.</summary>
    public FileId? ProofId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (commitment, _, closed) = await CommitmentDesk.FindOpenAsync(scene, CommitmentId, cancellationToken);
        if (commitment is null)
        {
            return closed;
        }

        if (commitment.ReportedOn is null)
        {
            return FollowUpRefusals.NotReported;
        }

        if (ProofId is null && commitment.Progress.TrueForAll(line => line.ProofId is null))
        {
            return FollowUpRefusals.ProofMissing;
        }

        var refusal = scene.NotBefore(commitment.ReportedOn)
            ?? ActRefusals.Check(nameof(Finding), Finding)
            ?? await scene.AttachAsync(ProofId is { } proof ? [proof] : [], Name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        commitment.State = CommitmentState.Kept;
        commitment.ClearedOn = scene.OccurredOn;
        commitment.ClearedById = scene.Decider.Id;
        CommitmentDesk.Note(scene, CommitmentId, scene.OccurredOn, CommitmentState.Kept, Finding, ProofId);
        await CommitmentDesk.SettleAsync(scene, commitment, cancellationToken);
        return null;
    }
}

/// <summary>退回继续落实: the office has looked, and it is not so yet; why, and what comes next.</summary>
public sealed record SendBackCommitment(CommitmentId CommitmentId, string Reason, string NextStep) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (commitment, _, closed) = await CommitmentDesk.FindOpenAsync(scene, CommitmentId, cancellationToken);
        if (commitment is null)
        {
            return closed;
        }

        if (commitment.ReportedOn is null)
        {
            return FollowUpRefusals.NotReported;
        }

        var refusal = scene.NotBefore(commitment.ReportedOn)
            ?? ActRefusals.Check(nameof(Reason), Reason)
            ?? ActRefusals.Check(nameof(NextStep), NextStep)
            ?? (Both.Length > Persistence.Lengths.Remark ? ActRefusals.TooLong(nameof(NextStep), Persistence.Lengths.Remark - Reason.Trim().Length - 1) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        commitment.ReportedOn = null;
        scene.Deadlines.Reopen(CommitmentId);
        CommitmentDesk.Note(scene, CommitmentId, scene.OccurredOn, CommitmentState.InProgress, Both, null);
        return null;
    }

    private string Both => $"{Reason.Trim()}\n{NextStep.Trim()}";
}
