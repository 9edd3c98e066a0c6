using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;

namespace Proposals.Assignment;

/// <summary>提出异议: the department says it is not its business; the office suggests anew. It may not pass the case on by itself.</summary>
public sealed record ObjectToAllocation(string Reason) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.AllocatedOn is null || subject.AcceptedOn is not null)
        {
            return AssignmentRefusals.NotAllocated;
        }

        var refusal = ActRefusals.Check(nameof(Reason), Reason) ?? scene.NotBefore(subject.AllocatedOn);
        if (refusal is not null)
        {
            return refusal;
        }

        var caseId = subject.Id;
        var approved = await scene.Db.Allocations.SingleAsync(allocation => allocation.CaseId == caseId && allocation.Decision == AllocationDecision.Approved, cancellationToken);
        approved.Decision = AllocationDecision.ObjectedTo;
        approved.DecisionOpinion = Reason;
        subject.AllocatedOn = null;
        subject.DepartmentId = null;
        scene.Deadlines.Reopen(DeadlineKind.InternalAllocation);
        scene.Means(AssignmentSteps.Accept, "Objected");
        return null;
    }
}
