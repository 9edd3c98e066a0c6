using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;

namespace Proposals.Assignment;

/// <summary>分办审定: the leader in charge agrees, or sends the suggestion back.</summary>
public sealed record DecideAllocation(bool Agrees) : CaseAct
{
    public string Opinion { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var proposed = scene.Db.InHand<InternalAllocation>().FirstOrDefault(allocation => allocation.CaseId == caseId && allocation.Decision == AllocationDecision.Pending)
            ?? await scene.Db.Allocations.FirstOrDefaultAsync(allocation => allocation.CaseId == caseId && allocation.Decision == AllocationDecision.Pending, cancellationToken);
        if (proposed is null)
        {
            return AssignmentRefusals.NothingProposed;
        }

        var refusal = ActRefusals.Check(nameof(Opinion), Opinion, required: !Agrees) ?? scene.NotBefore(proposed.ProposedOn);
        if (refusal is not null)
        {
            return refusal;
        }

        proposed.Decision = Agrees ? AllocationDecision.Approved : AllocationDecision.SentBack;
        proposed.DecidedById = scene.Decider.Id;
        proposed.DecidedOn = scene.OccurredOn;
        proposed.DecisionOpinion = Opinion;
        if (Agrees)
        {
            scene.Case.DepartmentId = proposed.DepartmentId;
            scene.Case.AllocatedOn = scene.OccurredOn;
            scene.Deadlines.Meet(DeadlineKind.InternalAllocation, scene.OccurredOn);
        }

        scene.Means(AssignmentSteps.Decide, Agrees ? "Approved" : "SentBack");
        return null;
    }
}
