using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Assignment;

/// <summary>异议审定: upheld, the office suggests another department; dismissed, the department takes the case.</summary>
public sealed record DecideObjection(bool Upheld) : CaseAct
{
    /// <summary>Required for a no.</summary>
    public string Opinion { get; init; } = "";

    public override bool IsForHeldCases => true;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var caseId = subject.Id;
        var objection = scene.Db.InHand<AllocationObjection>().FirstOrDefault(row => row.Upheld is null)
            ?? await scene.Db.AllocationObjections.FirstOrDefaultAsync(row => row.CaseId == caseId && row.Upheld == null, cancellationToken);
        if (objection is null || subject.HeldBy != HoldReason.Objection)
        {
            return AssignmentRefusals.NoObjectionPending;
        }

        if ((ActRefusals.Check(nameof(Opinion), Opinion, required: !Upheld) ?? scene.NotBefore(objection.RaisedOn)) is { } refusal)
        {
            return refusal;
        }

        objection.Upheld = Upheld;
        objection.DecidedById = scene.Decider.Id;
        objection.DecidedOn = scene.OccurredOn;
        objection.DecisionOpinion = Opinion.Trim();
        subject.HeldBy = null;
        scene.Means(AssignmentSteps.DecideObjection, Upheld ? "Upheld" : "Dismissed");
        if (Upheld)
        {
            var allocation = await scene.Db.Allocations.SingleAsync(row => row.Id == objection.AllocationId, cancellationToken);
            allocation.Decision = AllocationDecision.ObjectedTo;
            subject.AllocatedOn = null;
            subject.DepartmentId = null;
            scene.Deadlines.Reopen(DeadlineKind.InternalAllocation);
            scene.Means(AssignmentSteps.Accept, "Objected");
        }

        return null;
    }
}
