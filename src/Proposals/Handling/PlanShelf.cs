using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Inbox;
using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>The versions of a case's plan, and which measures are in force: those of the last approved version, and what was done under the earlier ones.</summary>
public static class PlanShelf
{
    public static IEnumerable<PlanMeasure> InForce(IEnumerable<HandlingPlan> plans)
    {
        var approved = plans.Where(plan => plan.Approved == true).OrderBy(plan => plan.Version).ToList();
        return approved.SelectMany((plan, index) => plan.Measures.OrderBy(measure => measure.Position)
            .Where(measure => index == approved.Count - 1 || measure.State == MeasureState.Done));
    }

    public static IEnumerable<PlanMeasure> Undone(IEnumerable<HandlingPlan> plans) => InForce(plans).Where(measure => measure.State != MeasureState.Done);

    /// <summary>The versions that measures may still be done under: the last approved one, and one that waits for its decision.</summary>
    internal static IQueryable<HandlingPlan> Open(ProposalsDbContext db) =>
        db.HandlingPlans.Where(plan => plan.Approved != false && !db.HandlingPlans.Any(later => later.CaseId == plan.CaseId && later.Approved == true && later.Version > plan.Version));

    internal static async Task<IReadOnlyList<HandlingPlan>> LoadAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        await scene.Db.HandlingPlans.Include(plan => plan.Measures).Where(plan => plan.CaseId == caseId).LoadAsync(cancellationToken);
        return [.. scene.Db.InHand<HandlingPlan>().Where(plan => plan.CaseId == caseId).OrderBy(plan => plan.Version)];
    }

    /// <summary>Whether somebody is asked for a plan, or for his decision on one, already.</summary>
    internal static async Task<bool> IsAskedForAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        return scene.Db.InHand<Step>().Any(step => step.CaseId == caseId && step.State == StepState.Waiting && PlanSteps.Both.Contains(step.ActivityType))
            || await scene.Db.Steps.AnyAsync(step => step.CaseId == caseId && step.State == StepState.Waiting && PlanSteps.Both.Contains(step.ActivityType), cancellationToken);
    }
}
