using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>A 督办单 that waits for its leader's word: what is late, and who has it.</summary>
public sealed record OpenOrder(Guid Id, LedgerRow Row, DeadlineKind Kind, DateOnly DueOn, DateOnly IssuedOn)
{
    public ProposalCase Case => Row.Case;
}

/// <summary>The red orders of a leader's inbox.</summary>
public sealed class OrderQuery(ProposalsDbContext db, LedgerQuery ledger)
{
    /// <summary>A leader never has so many; a list beyond it would hide his inbox.</summary>
    private const int Most = 50;

    /// <summary>Those that are not directed yet while the work is still owed and its clock runs. A date that moved and passed again makes a new order, and the one before it is over.</summary>
    public static IQueryable<SupervisionOrder> Open(ProposalsDbContext db) =>
        from order in db.SupervisionOrders
        join line in db.Deadlines on order.DeadlineId equals line.Id
        where order.DirectedOn == null && line.MetOn == null && line.DroppedOn == null && line.PausedOn == null && line.Raised == RungLevel.Red
            && !db.SupervisionOrders.Any(later => later.DeadlineId == order.DeadlineId && later.Id > order.Id)
        select order;

    /// <summary>The longest overdue first.</summary>
    public async Task<IReadOnlyList<OpenOrder>> OpenAsync(CaseVisibility visibility, CancellationToken cancellationToken)
    {
        var found = await Of(visibility).Join(db.Deadlines, order => order.DeadlineId, line => line.Id, (order, line) => new { order.Id, order.CaseId, order.IssuedOn, line.Kind, line.DueOn })
            .OrderBy(order => order.DueOn).ThenBy(order => order.Id).Take(Most).ToListAsync(cancellationToken);
        var rows = await ledger.RowsAsync([.. found.Select(order => order.CaseId).Distinct()], cancellationToken);
        return [.. found.Select(order => new OpenOrder(order.Id, rows[order.CaseId], order.Kind, order.DueOn, order.IssuedOn))];
    }

    public Task<int> CountAsync(CaseVisibility visibility, CancellationToken cancellationToken) => Of(visibility).Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken);

    private IQueryable<SupervisionOrder> Of(CaseVisibility visibility)
    {
        var me = visibility.PersonId;
        var seen = visibility.FilterFew(db.Cases);
        return Open(db).Where(order => order.LeaderId == me && seen.Any(subject => subject.Id == order.CaseId));
    }
}
