using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Proposals.Persistence;

/// <summary>Several questions about one and the same moment, whoever writes meanwhile. It hinders no writer, and nothing is saved in it.</summary>
public sealed class ReadMoment : IAsyncDisposable
{
    private readonly ProposalsDbContext db;
    private readonly DbTransaction transaction;

    private ReadMoment(ProposalsDbContext db, DbTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    public static async Task<ReadMoment> BeginAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();

        // Any other way to begin takes the one writer's place in SQLite.
        var begun = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await db.Database.UseTransactionAsync(begun, cancellationToken);
        return new ReadMoment(db, begun);
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
