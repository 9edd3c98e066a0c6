using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Proposals.Persistence;

/// <summary>A connection that lay in the pool while its server went and came back is found dead before it is used, not by the person who happens to get it. One that was in use a moment ago is not asked.</summary>
public sealed class LivingConnections : DbConnectionInterceptor
{
    public const int TrustedForMilliseconds = 200;

    /// <summary>When each of the server's processes was last asked or used.</summary>
    private readonly ConcurrentDictionary<int, long> seen = new();

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (connection is not NpgsqlConnection opened || await LivesAsync(opened, cancellationToken))
            return;
        await opened.CloseAsync();
        NpgsqlConnection.ClearPool(opened);
        seen.Clear();
        await opened.OpenAsync(cancellationToken);
    }

    private async Task<bool> LivesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (process, now) = (connection.ProcessID, Environment.TickCount64);
        if (seen.TryGetValue(process, out var last) && now - last < TrustedForMilliseconds)
            return true;
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT 1";
            await command.ExecuteNonQueryAsync(cancellationToken);
            seen[process] = now;
            return true;
        }
        catch (NpgsqlException dead) when (WriteConflict.MayPass(dead))
        {
            return false;
        }
    }
}
