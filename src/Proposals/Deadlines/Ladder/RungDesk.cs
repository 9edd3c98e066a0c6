using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>Where the last batch ended.</summary>
public sealed record RungCursor(DateTimeOffset At, DeadlineId Id);

/// <param name="Last">Null where nothing more is due.</param>
public sealed record RungBatch(RungSweepResult Result, RungCursor? Last);

/// <summary>Raises a batch of rungs in one transaction: each is claimed, told, and entered in its case's chain, or none of them.</summary>
public sealed class RungDesk(ProposalsDbContext db, OfficeRules rules, WriteTurn turn)
{
    /// <summary>Deadlines of one transaction. More would make acts on their cases wait.</summary>
    public const int Batch = 500;

    /// <param name="now">What came before it is due.</param>
    /// <param name="after">Where the batch before ended.</param>
    /// <param name="most">At most so many deadlines.</param>
    /// <param name="state">Raised, or claimed for another process to raise.</param>
    /// <param name="cancellationToken">Nothing of the batch stays.</param>
    public async Task<RungBatch> RaiseAsync(DateTimeOffset now, RungCursor? after, int most, RungState state, CancellationToken cancellationToken)
    {
        // The quiet minute is the usual one: it takes no turn and no lock.
        if (await NextAfterAsync(now, after, cancellationToken) is null)
            return new RungBatch(new RungSweepResult(0, 0, 0), null);
        using var taken = await turn.TakeAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var lines = await DueAsync(now, after, most, cancellationToken);
        var last = lines.Select(line => line.NextRungAt is { } at ? new RungCursor(at, line.Id) : null).LastOrDefault();
        var raising = await RungRaising.ReadAsync(db, rules, lines, now, cancellationToken);
        foreach (var line in lines)
            raising.Take(line, state);
        await raising.WriteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RungBatch(raising.Result, last);
    }

    /// <summary>The next deadline with a rung that has come, whether or not it can be raised now.</summary>
    public async Task<RungCursor?> NextAfterAsync(DateTimeOffset now, RungCursor? after, CancellationToken cancellationToken)
    {
        var due = db.Deadlines.Where(line => line.NextRungAt != null && line.NextRungAt <= now);
        if (after is { } last)
            due = due.Where(line => line.NextRungAt > last.At || (line.NextRungAt == last.At && line.Id > last.Id));
        var next = await due.OrderBy(line => line.NextRungAt).ThenBy(line => line.Id).Select(line => new { line.NextRungAt, line.Id }).FirstOrDefaultAsync(cancellationToken);
        return next is null ? null : new RungCursor(next.NextRungAt!.Value, next.Id);
    }

    /// <summary>On a server the lines and their cases are held, and what somebody else holds is left to him or to the next sweep. An embedded database has one writer anyway.</summary>
    private Task<List<Deadline>> DueAsync(DateTimeOffset now, RungCursor? after, int most, CancellationToken cancellationToken)
    {
        var hold = db is PostgresProposalsDbContext ? "FOR UPDATE OF d, c SKIP LOCKED" : "";
        var sql = $$"""
            SELECT d.* FROM "deadlines" AS d INNER JOIN "cases" AS c ON c."Id" = d."CaseId"
            WHERE d."NextRungAt" <= {0} AND (d."NextRungAt", d."Id") > ({1}, {2})
            ORDER BY d."NextRungAt", d."Id" LIMIT {3} {{hold}}
            """;
        return db.Deadlines.FromSqlRaw(sql, now.UtcDateTime, (after?.At ?? DateTimeOffset.MinValue).UtcDateTime, after?.Id.Value ?? Guid.Empty, most).AsNoTracking().ToListAsync(cancellationToken);
    }
}
