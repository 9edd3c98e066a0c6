using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>列为重点: the district's or the bureau's, with whoever leads it. It comes first in every list, owes a plan, and the principal signs its reply.</summary>
public sealed record MarkKeyItem(KeyLevel Level, Guid LedById) : CaseAct
{
    /// <summary>督办领导, outside the bureau.</summary>
    public string SupervisedBy { get; init; } = "";

    public string Reason { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.IsKey)
        {
            return PlanRefusals.AlreadyKey;
        }

        if (subject.ClosedOn is not null)
        {
            return ActRefusals.WrongState(subject.State);
        }

        if ((await KeyItemRules.CheckLeaderAsync(scene, LedById, cancellationToken) ?? ActRefusals.Check(nameof(SupervisedBy), SupervisedBy, Lengths.Name, required: false) ?? ActRefusals.Check(nameof(Reason), Reason, required: false)) is { } refusal)
        {
            return refusal;
        }

        subject.IsKey = true;
        subject.KeyLevel = Level;
        subject.LedById = LedById;
        subject.SupervisedBy = SupervisedBy.Trim();
        await BeginPlan.OweAsync(scene, scene.OccurredOn, cancellationToken);
        return null;
    }
}

/// <summary>取消重点: why it is no key item any more. A plan that is there stays; one that is only asked for is not any more.</summary>
public sealed record UnmarkKeyItem(string Reason) : CaseAct
{
    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken) => Task.FromResult(Apply(scene));

    private Refusal? Apply(CaseScene scene)
    {
        var subject = scene.Case;
        if (!subject.IsKey)
        {
            return PlanRefusals.NotKey;
        }

        if (subject.ClosedOn is not null)
        {
            return ActRefusals.WrongState(subject.State);
        }

        if (ActRefusals.Check(nameof(Reason), Reason) is { } refusal)
        {
            return refusal;
        }

        subject.IsKey = false;
        subject.KeyLevel = null;
        subject.LedById = null;
        subject.SupervisedBy = "";
        scene.Deadlines.Drop(DeadlineKind.HandlingPlan, scene.OccurredOn);
        scene.Means(PlanSteps.Draft, "NotNeeded");
        return null;
    }
}
