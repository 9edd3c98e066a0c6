using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Deadlines;

public sealed record RaisedRung(Guid Id, CaseId CaseId, DeadlineId DeadlineId, ItemKind ItemKind, string CaseNumber, DeadlineKind Kind, RungLevel Level, DateOnly DueOn, DateTimeOffset At);

/// <summary>A rung as its case remembers it.</summary>
/// <param name="Rung">What was said.</param>
/// <param name="To">Whom it was said to.</param>
/// <param name="Order">The leader's task that a red one made.</param>
public sealed record RungRecord(RaisedRung Rung, IReadOnlyList<Guid> To, SupervisionOrder? Order);

/// <summary>What the ladder has said.</summary>
public sealed class RungQuery(ProposalsDbContext db)
{
    /// <summary>What somebody was told after the one moment and up to the other, in order; what only went on a list is left out.</summary>
    public Task<List<RaisedRung>> ToldAsync(DateTimeOffset after, DateTimeOffset upTo, int most, CancellationToken cancellationToken) =>
        Told(db.Rungs.Where(rung => rung.SettledAt > after && rung.SettledAt <= upTo)).Take(most).ToListAsync(cancellationToken);

    /// <summary>Those of one case, in order.</summary>
    public async Task<IReadOnlyList<RungRecord>> OfCaseAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var raised = await Told(db.Rungs.AsNoTracking().Where(rung => rung.CaseId == caseId)).ToListAsync(cancellationToken);
        if (raised.Count == 0)
            return [];
        var told = await db.Notices.AsNoTracking().Where(notice => notice.CaseId == caseId && notice.RungId != null && notice.Kind != NoticeKind.Directed)
            .OrderBy(notice => notice.Id).Select(notice => new { notice.RungId, notice.PersonId }).ToListAsync(cancellationToken);
        var to = told.ToLookup(notice => notice.RungId, notice => notice.PersonId);
        var orders = await db.SupervisionOrders.AsNoTracking().Where(order => order.CaseId == caseId).ToDictionaryAsync(order => order.Id, cancellationToken);
        return [.. raised.Select(rung => new RungRecord(rung, [.. to[rung.Id]], orders.GetValueOrDefault(rung.Id)))];
    }

    private IQueryable<RaisedRung> Told(IQueryable<Rung> rungs) => rungs.Where(rung => rung.State == RungState.Raised && rung.Level != RungLevel.Listed).OrderBy(rung => rung.Id)
        .Join(db.Deadlines, rung => rung.DeadlineId, line => line.Id, (rung, line) => new { rung, line })
        .Join(db.Cases, found => found.rung.CaseId, subject => subject.Id, (found, subject) => new RaisedRung(
            found.rung.Id, subject.Id, found.rung.DeadlineId, subject.Kind, subject.CaseNumber, found.line.Kind, found.rung.Level, found.rung.DueOn, found.rung.SettledAt!.Value));
}
