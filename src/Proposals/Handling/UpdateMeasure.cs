using Proposals.Acts;
using Proposals.Deadlines;

namespace Proposals.Handling;

/// <summary>更新举措: how far a measure of the plan in force is.</summary>
public sealed record UpdateMeasure(Guid MeasureId, MeasureState State) : CaseAct
{
    public string Remark { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var plans = await PlanShelf.LoadAsync(scene, cancellationToken);
        var measure = PlanShelf.InForce(plans).FirstOrDefault(known => known.Id == MeasureId);
        if (measure is null)
        {
            return PlanRefusals.UnknownMeasure;
        }

        if (measure.State == MeasureState.Done)
        {
            return PlanRefusals.MeasureIsDone;
        }

        if ((ActRefusals.Check(nameof(Remark), Remark, required: false) ?? scene.NotBefore(plans.Single(plan => plan.Id == measure.PlanId).DecidedOn)) is { } refusal)
        {
            return refusal;
        }

        measure.State = State;
        measure.Remark = Remark.Trim();
        if (State == MeasureState.Done)
        {
            measure.DoneOn = scene.OccurredOn;
            scene.Deadlines.Meet(DeadlineKind.Measure, measure.Id, scene.OccurredOn);
        }

        return null;
    }
}
