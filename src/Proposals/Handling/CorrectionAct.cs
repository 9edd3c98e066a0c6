using System.Text.Json.Serialization;
using Proposals.Acts;
using Proposals.People;

namespace Proposals.Handling;

/// <summary>更正: only the fields that it names change. What stood there before stays readable, in the table of corrections and in the chain.</summary>
public abstract record CorrectionAct(string Reason) : CaseAct
{
    /// <summary>The paper that shows what is right; asked for where a proposer already holds what is corrected.</summary>
    public FileId? EvidenceId { get; init; }

    [JsonIgnore]
    public sealed override bool IsForEndedCases => true;

    [JsonIgnore]
    public sealed override bool IsForHeldCases => true;

    public sealed override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var refusal = ActRefusals.Check(nameof(Reason), Reason) ?? await scene.AttachAsync(EvidenceId is { } evidence ? [evidence] : [], Name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var sheet = new CorrectionSheet(scene, Reason.Trim(), EvidenceId);
        return await CorrectAsync(scene, sheet, cancellationToken) ?? (scene.Corrected.Count == 0 ? CorrectionRefusals.NothingChanged : null);
    }

    protected abstract Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken);

    /// <summary>What a proposer already holds, or has signed, is corrected by the director in person, from a paper.</summary>
    protected Refusal? CheckDirector(CaseScene scene) =>
        !scene.Decider.Duties.Includes(Duty.OfficeDirector) || scene.Actor?.Id != scene.Decider.Id ? CorrectionRefusals.OnlyTheDirector
        : EvidenceId is null ? CorrectionRefusals.EvidenceMissing
        : null;
}
