using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Assignment;

/// <summary>更正局内分办: the days on which it was proposed, decided and taken over by the department.</summary>
public sealed record CorrectAllocation(Guid AllocationId, string Reason) : CorrectionAct(Reason)
{
    public DateOnly? ProposedOn { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DateOnly? AcceptedOn { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var all = await scene.Db.Allocations.Where(known => known.CaseId == caseId).OrderBy(known => known.Id).ToListAsync(cancellationToken);
        if (all.Find(known => known.Id == AllocationId) is not { } allocation)
        {
            return CorrectionRefusals.UnknownRow;
        }

        var isInForce = allocation.Decision == AllocationDecision.Approved;
        if (DecidedOn is not null && allocation.DecidedOn is null)
        {
            return CorrectionRefusals.NotThereYet(nameof(DecidedOn));
        }

        if (AcceptedOn is not null && (!isInForce || scene.Case.AcceptedOn is null))
        {
            return CorrectionRefusals.NotThereYet(nameof(AcceptedOn));
        }

        if (await CheckOrderAsync(scene, sheet, all, allocation, isInForce, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await WriteAsync(scene, sheet, allocation, isInForce, cancellationToken);
        return null;
    }

    private async Task<Refusal?> CheckOrderAsync(CaseScene scene, CorrectionSheet sheet, List<InternalAllocation> all, InternalAllocation allocation, bool isInForce, CancellationToken cancellationToken)
    {
        var (subject, db, caseId, id) = (scene.Case, scene.Db, scene.Case.Id, allocation.Id);
        var place = all.IndexOf(allocation);
        var before = place > 0 ? all[place - 1].DecidedOn : null;
        var next = place < all.Count - 1 ? all[place + 1].ProposedOn : (DateOnly?)null;
        var objectedOn = await db.AllocationObjections.Where(objection => objection.AllocationId == id).MinAsync(objection => (DateOnly?)objection.RaisedOn, cancellationToken);
        var (proposed, decided, accepted) = (ProposedOn ?? allocation.ProposedOn, DecidedOn ?? allocation.DecidedOn, isInForce ? AcceptedOn ?? subject.AcceptedOn : null);
        return sheet.Between(ProposedOn, [new("ReceivedOn", subject.ReceivedOn), new(nameof(DecidedOn), before)], [new(nameof(DecidedOn), decided), new(nameof(ProposedOn), next), new("EndedOn", subject.EndedOn)])
            ?? sheet.Between(DecidedOn, [new(nameof(ProposedOn), proposed)], [new(nameof(AcceptedOn), accepted), new("ObjectedOn", objectedOn), new(nameof(ProposedOn), next), new("EndedOn", subject.EndedOn)])
            ?? (AcceptedOn is null ? null : sheet.Between(AcceptedOn, [new(nameof(DecidedOn), decided)],
            [
                new("SubmittedOn", await db.Replies.Where(reply => reply.CaseId == caseId && reply.Round == 1).MinAsync(reply => reply.FirstSubmittedOn, cancellationToken)),
                new("OverriddenOn", await db.GateOverrides.Where(granted => granted.CaseId == caseId).MinAsync(granted => (DateOnly?)granted.ApprovedOn, cancellationToken)),
                new("HandedOverOn", await db.HandlerTenures.Where(tenure => tenure.CaseId == caseId).MinAsync(tenure => tenure.UntilOn, cancellationToken)),
                new("EndedOn", subject.EndedOn),
            ]));
    }

    private async Task WriteAsync(CaseScene scene, CorrectionSheet sheet, InternalAllocation allocation, bool isInForce, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        sheet.Set<DateOnly>(nameof(ProposedOn), allocation.Id, allocation.ProposedOn, ProposedOn, day => allocation.ProposedOn = day);
        if (sheet.Set<DateOnly>(nameof(DecidedOn), allocation.Id, allocation.DecidedOn, DecidedOn, day => allocation.DecidedOn = day) && isInForce)
        {
            subject.AllocatedOn = allocation.DecidedOn;
            scene.Deadlines.Remeet(DeadlineKind.InternalAllocation, 1, allocation.DecidedOn);
        }

        var (caseId, acceptedBefore) = (subject.Id, subject.AcceptedOn);
        if (sheet.Set<DateOnly>(nameof(AcceptedOn), allocation.Id, acceptedBefore, AcceptedOn, day => subject.AcceptedOn = day))
        {
            var first = await scene.Db.HandlerTenures.Where(tenure => tenure.CaseId == caseId).OrderBy(tenure => tenure.Id).FirstOrDefaultAsync(cancellationToken);
            if (first is not null && first.FromOn == acceptedBefore)
            {
                first.FromOn = subject.AcceptedOn ?? first.FromOn;
            }
        }
    }
}
