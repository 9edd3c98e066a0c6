using Proposals.Acts;
using Proposals.Deadlines;

namespace Proposals.Handling;

/// <summary>审定办理方案: whoever leads the item agrees, or sends the plan back. What is agreed gets its dates.</summary>
public sealed record ApprovePlan(bool Agrees) : CaseAct
{
    public string Opinion { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Case.ClosedOn is not null)
        {
            return ActRefusals.WrongState(scene.Case.State);
        }

        var plans = await PlanShelf.LoadAsync(scene, cancellationToken);
        if (plans is not [.., { Approved: null } submitted])
        {
            return PlanRefusals.NothingSubmitted;
        }

        if ((ActRefusals.Check(nameof(Opinion), Opinion, required: !Agrees) ?? scene.NotBefore(submitted.SubmittedOn)) is { } refusal)
        {
            return refusal;
        }

        foreach (var replaced in Agrees ? PlanShelf.Undone(plans).ToList() : [])
        {
            scene.Deadlines.Drop(DeadlineKind.Measure, replaced.Id, scene.OccurredOn);
        }

        submitted.Approved = Agrees;
        submitted.DecidedById = scene.Decider.Id;
        submitted.DecidedOn = scene.OccurredOn;
        submitted.DecisionOpinion = Opinion;
        if (Agrees)
        {
            foreach (var measure in submitted.Measures.OrderBy(measure => measure.Position))
            {
                scene.Deadlines.Set(DeadlineKind.Measure, measure.Id, scene.OccurredOn, measure.DueOn);
            }
        }
        else if (plans.All(plan => plan.Approved != true))
        {
            scene.Deadlines.Reopen(DeadlineKind.HandlingPlan);
        }

        scene.Means(PlanSteps.Approve, Agrees ? "Approved" : "SentBack");
        return null;
    }
}
