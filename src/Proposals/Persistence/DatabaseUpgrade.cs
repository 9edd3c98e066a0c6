using Microsoft.EntityFrameworkCore;

namespace Proposals.Persistence;

/// <summary>Brings a database up to date, also one whose last upgrade was cut off.</summary>
public static class DatabaseUpgrade
{
    /// <summary>Where EF writes down in an embedded database that somebody is at it. A process that was killed meanwhile leaves its row, and every later one would wait for it for ever;
    /// a server forgets the lock with the connection that held it.</summary>
    private const string ForgetAbandoned = "DELETE FROM \"__EFMigrationsLock\"";

    private const string IsThere = "SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";

    public static async Task RunAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return;
        if (db.Database.IsSqlite() && await db.Database.CanConnectAsync(cancellationToken) && await db.Database.SqlQueryRaw<int>(IsThere).SingleAsync(cancellationToken) > 0)
            await db.Database.ExecuteSqlRawAsync(ForgetAbandoned, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
