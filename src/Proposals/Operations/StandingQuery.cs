using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Incidents;
using Proposals.Persistence;
using Proposals.Timers;

namespace Proposals.Operations;

/// <summary>How the installation stands, in figures that cost little.</summary>
public sealed record Standing
{
    public required bool IsPostgres { get; init; }

    /// <summary>Of all the database's files.</summary>
    public required long DatabaseBytes { get; init; }

    /// <summary>Left on the disk of an embedded database; null where the database lies on a server.</summary>
    public required long? FreeBytes { get; init; }

    /// <summary>The last migration that the database went through.</summary>
    public required string Schema { get; init; }

    public required BackupNote? LastBackup { get; init; }

    public required int OutboxWaiting { get; init; }

    public required DateTimeOffset? OutboxOldest { get; init; }

    public required int TimersWaiting { get; init; }

    public required int TimersDue { get; init; }

    public required int IncidentsOpen { get; init; }

    public required int TasksWaiting { get; init; }
}

public sealed class StandingQuery(ProposalsDbContext db, IncidentQuery incidents)
{
    public async Task<Standing> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = db.Outbox.Where(message => message.SentAt == null);
        var timers = db.Timers.Where(timer => timer.State == WaitState.Waiting);
        return new Standing
        {
            IsPostgres = db is PostgresProposalsDbContext,
            DatabaseBytes = await BytesAsync(cancellationToken),
            FreeBytes = FreeBytes(),
            Schema = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() ?? "",
            LastBackup = await BackupNote.LastAsync(db, cancellationToken),
            OutboxWaiting = await waiting.Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken),
            OutboxOldest = await waiting.MinAsync(message => (DateTimeOffset?)message.CreatedAt, cancellationToken),
            TimersWaiting = await timers.Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken),
            TimersDue = await timers.Where(timer => timer.DueAt <= now).Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken),
            IncidentsOpen = await incidents.CountOpenAsync(cancellationToken),
            TasksWaiting = await incidents.CountTasksAsync(cancellationToken),
        };
    }

    private async Task<long> BytesAsync(CancellationToken cancellationToken) => db is PostgresProposalsDbContext
        ? await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(cancellationToken)
        : new[] { "", "-wal", "-shm" }.Select(ending => new FileInfo(Path() + ending)).Where(file => file.Exists).Sum(file => file.Length);

    private long? FreeBytes() => db is PostgresProposalsDbContext ? null : new DriveInfo(System.IO.Path.GetDirectoryName(Path()) ?? "/").AvailableFreeSpace;

    private string Path() => System.IO.Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
}
