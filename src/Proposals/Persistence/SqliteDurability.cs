using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Proposals.Persistence;

/// <summary>An acknowledged act survives a power cut: every connection writes with synchronous=FULL. A pooled connection forgets nothing, a new one knows nothing, so it is set on each opening.</summary>
public sealed class SqliteDurability : DbConnectionInterceptor
{
    /// <summary>Whoever only looks may not change how the file is written; EF looks so whether there is a database at all.</summary>
    private const string Looking = "PRAGMA busy_timeout=10000;";

    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        #pragma warning disable CA2100 // One of the two above.
        command.CommandText = For(connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        #pragma warning disable CA2100 // One of the two above.
        command.CommandText = For(connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string For(DbConnection connection) => connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase) ? Looking : Pragmas;
}
