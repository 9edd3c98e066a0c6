using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>催办会办单位: whom we urged for its opinion, and what was said.</summary>
public sealed record UrgeUnit(Guid UnitId, string Text) : CaseAct
{
    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        return Task.FromResult(Apply(scene));
    }

    private Refusal? Apply(CaseScene scene)
    {
        var (unit, refusal) = UnitOpinions.Find(scene, UnitId);
        if (unit is null)
        {
            return refusal;
        }

        if (unit.AnsweredOn is { } answered)
        {
            return UnitRefusals.AlreadyAnswered(unit.Name, answered);
        }

        if (unit.AskedOn is null)
        {
            return UnitRefusals.NotAsked(unit.Name);
        }

        if ((scene.NotBefore(unit.AskedOn) ?? ActRefusals.Check(nameof(Text), Text)) is { } bad)
        {
            return bad;
        }

        scene.Db.Urgings.Add(new Urging
        {
            Id = TimedId.At(scene.Now),
            CaseId = scene.Case.Id,
            Whom = unit.Name,
            Text = Text,
            On = scene.OccurredOn,
            ById = scene.Decider.Id,
        });
        return null;
    }
}
