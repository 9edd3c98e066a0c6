using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>提出异议: the department says it is not its business; the leader decides. It may not pass the case on by itself.</summary>
public sealed record ObjectToAllocation(string Reason) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.AllocatedOn is null || subject.AcceptedOn is not null)
        {
            return AssignmentRefusals.NotAllocated;
        }

        if ((ActRefusals.Check(nameof(Reason), Reason) ?? scene.NotBefore(subject.AllocatedOn)) is { } refusal)
        {
            return refusal;
        }

        var caseId = subject.Id;
        var approved = scene.Db.InHand<InternalAllocation>().FirstOrDefault(allocation => allocation.Decision == AllocationDecision.Approved)
            ?? await scene.Db.Allocations.SingleAsync(allocation => allocation.CaseId == caseId && allocation.Decision == AllocationDecision.Approved, cancellationToken);
        if (await scene.Db.AllocationObjections.AnyAsync(earlier => earlier.AllocationId == approved.Id, cancellationToken))
        {
            return AssignmentRefusals.ObjectionDismissed;
        }

        scene.Db.AllocationObjections.Add(new AllocationObjection
        {
            Id = TimedId.At(scene.Now),
            CaseId = caseId,
            AllocationId = approved.Id,
            Reason = Reason.Trim(),
            RaisedById = scene.Decider.Id,
            RaisedOn = scene.OccurredOn,
        });
        subject.HeldBy = HoldReason.Objection;
        scene.Begins(Designer.OfficeWorkflows.Objection);
        return null;
    }
}
