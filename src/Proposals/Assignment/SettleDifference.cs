using Proposals.Acts;
using Proposals.Handling;
using Proposals.People;

namespace Proposals.Assignment;

/// <summary>协调不同意见: a meeting with its record, or a leader's decision with its reason.</summary>
public sealed record SettleDifference(Guid UnitId, string Settlement) : CaseAct
{
    /// <summary>The meeting's record.</summary>
    public FileId? PaperId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (unit, refusal) = UnitOpinions.Find(scene, UnitId);
        if (unit is null)
        {
            return refusal;
        }

        if (unit is not { Stance: UnitStance.Differs, SettledOn: null })
        {
            return UnitRefusals.NothingToSettle(unit.Name);
        }

        if (PaperId is null && !scene.Decider.Duties.Includes(Duties.Leaders))
        {
            return UnitRefusals.SettlementNeedsRecord;
        }

        var bad = scene.NotBefore(unit.AnsweredOn)
            ?? ActRefusals.Check(nameof(Settlement), Settlement)
            ?? await scene.AttachAsync(PaperId is { } paper ? [paper] : [], Name, cancellationToken);
        if (bad is not null)
        {
            return bad;
        }

        unit.Settlement = Settlement.Trim();
        unit.SettlementPaperId = PaperId;
        unit.SettledById = scene.Decider.Id;
        unit.SettledOn = scene.OccurredOn;
        return null;
    }
}
