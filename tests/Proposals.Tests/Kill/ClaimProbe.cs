using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using Proposals.Tests.Scenes;
using SQLitePCL;

namespace Proposals.Tests.Kill;

/// <summary>Whether a sweep is in the middle of its transaction: claims are written, and nobody but it knows of them.</summary>
internal sealed class ClaimProbe(TestDatabase database)
{
    /// <summary>A commit that was on its way when its client was stopped has arrived by then.</summary>
    private static readonly TimeSpan CommitTime = TimeSpan.FromMilliseconds(30);

    /// <summary>Under this name the server knows the connection of a sweep.</summary>
    public static string ConnectionOf(TestDatabase database, string sweeper) => Store.IsPostgres ? $"{database.Connection};Application Name={sweeper}" : database.Connection;

    /// <summary>Waits until some sweep writes.</summary>
    /// <returns>False where all of them ended before.</returns>
    public async Task<bool> WaitAsync(IReadOnlyList<Process> sweepers, CancellationToken cancellationToken)
    {
        while (sweepers.Any(sweeper => !sweeper.HasExited))
        {
            if ((await WritingAsync()).Count > 0)
                return true;
            await Task.Delay(1, cancellationToken);
        }

        return false;
    }

    /// <summary>Of those that are stopped.</summary>
    /// <returns>Which of them have claims in flight; an embedded database says only that one of them has.</returns>
    public async Task<IReadOnlySet<string>> InFlightAsync(CancellationToken cancellationToken)
    {
        if (!Store.IsPostgres)
            return await WritingAsync();
        var before = await WritingAsync();
        await Task.Delay(CommitTime, cancellationToken);
        return before.Intersect(await WritingAsync()).ToHashSet();
    }

    private async Task<IReadOnlySet<string>> WritingAsync()
    {
        if (Store.IsPostgres)
        {
            // Not kept: whoever looks after a death waits until nobody else is connected.
            await using var server = new NpgsqlConnection($"{database.Connection};Pooling=false");
            await server.OpenAsync();
            await using var ask = new NpgsqlCommand("SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'sweeper%' AND backend_xid IS NOT NULL", server);
            await using var reader = await ask.ExecuteReaderAsync();
            var writing = new HashSet<string>();
            while (await reader.ReadAsync())
                writing.Add(reader.GetString(0));
            return writing;
        }

        // Past the provider, which would try again until the writer is done.
        await using var file = new SqliteConnection($"{database.Connection};Pooling=false");
        await file.OpenAsync();
        if (raw.sqlite3_exec(file.Handle, "BEGIN IMMEDIATE") == raw.SQLITE_BUSY)
            return new HashSet<string> { "one of them" };
        raw.sqlite3_exec(file.Handle, "ROLLBACK");
        return new HashSet<string>();
    }
}
