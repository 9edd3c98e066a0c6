using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Proposals.Persistence;

/// <summary>An acknowledged act survives a power cut: every connection writes with synchronous=FULL. A pooled connection forgets nothing, a new one knows nothing, so it is set on each opening.</summary>
public sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"{Pragmas}{1000 * command.CommandTimeout};";
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Pragmas}{1000 * command.CommandTimeout};";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
