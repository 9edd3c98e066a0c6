using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>Rungs that another process raises, one call for each. Its calls come late, in any order and more than once; a rung says what it has to say once.</summary>
public sealed class ClaimedRungs(ProposalsDbContext db, OfficeRules rules, RuleShelf shelf, WriteTurn turn)
{
    /// <summary>Of one answer; what is left waits for the next.</summary>
    public const int Most = 2000;

    /// <summary>Who was given a claim and has not raised it by then is given it again: his queue may have been lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What this moment's sweep has claimed, and what was claimed long ago and never raised.</summary>
    public Task<List<Guid>> OutstandingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = now - Patience;
        return db.Rungs.Where(rung => rung.State == RungState.Claimed && (rung.ClaimedAt <= old || rung.ClaimedAt == now)).OrderBy(rung => rung.Id).Take(Most).Select(rung => rung.Id).ToListAsync(cancellationToken);
    }

    /// <returns>How the rung stands now; null where there is none.</returns>
    public async Task<RungState?> RaiseAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await shelf.RefreshAsync(OfficeClock.Day(now), cancellationToken);
        using var taken = await turn.TakeAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await HeldAsync(id, cancellationToken) is not { } line || await db.Rungs.SingleAsync(known => known.Id == id, cancellationToken) is not { } rung)
            return null;
        if (rung.State != RungState.Claimed)
            return rung.State;
        rung.State = await StandsAsync(line, rung, cancellationToken);
        rung.SettledAt = now;
        await db.SaveChangesAsync(cancellationToken);
        if (rung.State == RungState.Raised)
        {
            var raising = await RungRaising.ReadAsync(db, rules, [line], now, cancellationToken);
            raising.Raise(line, rung);
            await raising.WriteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return rung.State;
    }

    /// <summary>The rung's deadline, held with its case until the end of the transaction, so that neither an act nor a second call comes in between.</summary>
    private Task<Deadline?> HeldAsync(Guid id, CancellationToken cancellationToken)
    {
        var hold = db is PostgresProposalsDbContext ? "FOR UPDATE OF c, d" : "";
        var sql = $$"""
            SELECT d.* FROM "rungs" AS r INNER JOIN "cases" AS c ON c."Id" = r."CaseId" INNER JOIN "deadlines" AS d ON d."Id" = r."DeadlineId"
            WHERE r."Id" = {0} {{hold}}
            """;
        return db.Deadlines.FromSqlRaw(sql, id).AsNoTracking().AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken).AsTask();
    }

    private async Task<RungState> StandsAsync(Deadline line, Rung rung, CancellationToken cancellationToken)
    {
        if (!line.IsOpen || line.PausedOn is not null || line.Arming != rung.Arming || line.DueOn != rung.DueOn)
            return RungState.Void;
        var said = await db.Rungs.Where(other => other.DeadlineId == line.Id && other.Arming == rung.Arming && other.State == RungState.Raised).Select(other => other.Level).ToListAsync(cancellationToken);
        return said.Exists(level => level > rung.Level) ? RungState.Skipped : RungState.Raised;
    }
}
