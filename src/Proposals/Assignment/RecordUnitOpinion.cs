using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>登记会办意见: another unit's opinion came; the last one ends the collecting.</summary>
public sealed record RecordUnitOpinion(Guid UnitId, UnitStance Stance, string Opinion) : CaseAct
{
    public FileId? PaperId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (unit, refusal) = UnitOpinions.Find(scene, UnitId);
        if (unit is null)
        {
            return refusal;
        }

        if ((Check(scene, unit) ?? await scene.AttachAsync(PaperId is { } paper ? [paper] : [], Name, cancellationToken)) is { } bad)
        {
            return bad;
        }

        unit.Forget();
        unit.AnsweredOn = scene.OccurredOn;
        unit.Stance = Stance;
        unit.Opinion = Opinion.Trim();
        unit.PaperId = PaperId;
        scene.Deadlines.Meet(DeadlineKind.UnitOpinion, UnitId, scene.OccurredOn);
        UnitOpinions.EndIfAllIn(scene);
        return null;
    }

    private Refusal? Check(CaseScene scene, CaseUnit unit)
    {
        var isAgain = UnitOpinions.IsOfEarlierRound(scene.Case, unit);
        if (unit.AnsweredOn is { } answered && !isAgain)
        {
            return UnitRefusals.AlreadyAnswered(unit.Name, answered);
        }

        if (PaperId is null)
        {
            return UnitRefusals.OpinionPaperMissing(unit.Name);
        }

        return scene.NotBefore(isAgain ? scene.Case.RoundBeganOn : unit.AskedOn) ?? ActRefusals.Check(nameof(Opinion), Opinion, Lengths.LongText, required: Stance != UnitStance.Agrees);
    }
}
