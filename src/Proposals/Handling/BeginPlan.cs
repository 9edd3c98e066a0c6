using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Designer;

namespace Proposals.Handling;

/// <summary>着手制定办理方案: for any case that wants one, or for a further version; a key item is asked for its first one by itself.</summary>
public sealed record BeginPlan : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Case.AcceptedOn is null)
        {
            return PlanRefusals.NotAccepted;
        }

        if (scene.Case.ClosedOn is not null)
        {
            return ActRefusals.WrongState(scene.Case.State);
        }

        if (scene.NotBefore(scene.Case.AcceptedOn) is { } tooEarly)
        {
            return tooEarly;
        }

        if (await PlanShelf.IsAskedForAsync(scene, cancellationToken))
        {
            return PlanRefusals.AlreadyBegun;
        }

        scene.Begins(OfficeWorkflows.Plan);
        return null;
    }

    /// <summary>A key item owes a plan from the day it was assigned, or became one; its handler is asked for it as soon as there is one.</summary>
    internal static async Task OweAsync(CaseScene scene, DateOnly since, CancellationToken cancellationToken)
    {
        var subject = scene.Case;

        // Where another unit leads, the plan is that unit's.
        if (subject.OwesOpinion || (await PlanShelf.LoadAsync(scene, cancellationToken)).Any(plan => plan.Approved != false))
        {
            return;
        }

        if (!scene.Deadlines.Lines.Any(line => line is { Kind: DeadlineKind.HandlingPlan, DroppedOn: null }))
        {
            scene.Deadlines.Open(DeadlineKind.HandlingPlan, since);
        }

        if (subject is { AcceptedOn: not null, ClosedOn: null } && !await PlanShelf.IsAskedForAsync(scene, cancellationToken))
        {
            scene.Begins(OfficeWorkflows.Plan);
        }
    }
}

/// <summary>不再制定办理方案: a plan that nobody owes is given up; the reason stays.</summary>
public sealed record WaivePlan(string Reason) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Case.IsKey)
        {
            return PlanRefusals.KeyItemNeedsOne;
        }

        if (await PlanShelf.LoadAsync(scene, cancellationToken) is [.., { Approved: null }])
        {
            return PlanRefusals.AlreadySubmitted;
        }

        if (!await PlanShelf.IsAskedForAsync(scene, cancellationToken))
        {
            return PlanRefusals.NothingToWaive;
        }

        scene.Means(PlanSteps.Draft, "NotNeeded");
        return ActRefusals.Check(nameof(Reason), Reason);
    }
}
