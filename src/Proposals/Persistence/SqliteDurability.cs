using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Proposals.Persistence;

/// <summary>An acknowledged act survives a power cut: every connection writes with synchronous=FULL. A pooled connection forgets nothing, a new one knows nothing, so each is told once.</summary>
public sealed class SqliteDurability : DbConnectionInterceptor
{
    /// <summary>Whoever only looks may not change how the file is written; EF looks so whether there is a database at all.</summary>
    private const string Looking = "PRAGMA busy_timeout=";

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=";

    /// <summary>By the database's own handle: the connection object is new for each opening, what it opens comes from the pool.</summary>
    private static readonly ConditionalWeakTable<object, object> Told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsTold(connection))
            return;
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two above and a number.
        command.CommandText = $"{For(connection)}{1000 * command.CommandTimeout};";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsTold(connection))
            return;
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two above and a number.
        command.CommandText = $"{For(connection)}{1000 * command.CommandTimeout};";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    private static bool IsTold(DbConnection connection) => connection is SqliteConnection { Handle: { } handle } && Told.TryGetValue(handle, out _);

    private static void Remember(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
            Told.AddOrUpdate(handle, Pragmas);
    }

    private static string For(DbConnection connection) => connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase) ? Looking : Pragmas;
}
