using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Deadlines;

public sealed record RaisedRung(Guid Id, CaseId CaseId, ItemKind ItemKind, string CaseNumber, DeadlineKind Kind, RungLevel Level, DateOnly DueOn, DateTimeOffset At);

/// <summary>What the ladder has said.</summary>
public sealed class RungQuery(ProposalsDbContext db)
{
    /// <summary>What somebody was told after the one moment and up to the other, in order; what only went on a list is left out.</summary>
    public Task<List<RaisedRung>> ToldAsync(DateTimeOffset after, DateTimeOffset upTo, int most, CancellationToken cancellationToken) =>
        Told(db.Rungs.Where(rung => rung.SettledAt > after && rung.SettledAt <= upTo)).Take(most).ToListAsync(cancellationToken);

    /// <summary>Those of one case, in order.</summary>
    public Task<List<RaisedRung>> OfCaseAsync(CaseId caseId, CancellationToken cancellationToken) =>
        Told(db.Rungs.Where(rung => rung.CaseId == caseId)).ToListAsync(cancellationToken);

    private IQueryable<RaisedRung> Told(IQueryable<Rung> rungs) => rungs.Where(rung => rung.State == RungState.Raised && rung.Level != RungLevel.Listed).OrderBy(rung => rung.Id)
        .Join(db.Deadlines, rung => rung.DeadlineId, line => line.Id, (rung, line) => new { rung, line })
        .Join(db.Cases, found => found.rung.CaseId, subject => subject.Id, (found, subject) => new RaisedRung(
            found.rung.Id, subject.Id, subject.Kind, subject.CaseNumber, found.line.Kind, found.rung.Level, found.rung.DueOn, found.rung.SettledAt!.Value));
}
