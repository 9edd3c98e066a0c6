using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Proposals.Persistence;

/// <param name="Name">As the table has it.</param>
/// <param name="Values">One for each row: Guid, string, DateOnly, DateTime in UTC, int, or the nullable of one.</param>
internal sealed record BulkColumn(string Name, Array Values);

/// <summary>Writes many rows of one table inside the running transaction. The change tracker takes several times as long for them as the database does.</summary>
internal static class BulkRows
{
    public static Task InsertAsync(ProposalsDbContext db, string table, CancellationToken cancellationToken, params BulkColumn[] columns)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        return IsPostgres(db)
            ? AtOnceAsync(db, $"INSERT INTO \"{table}\" ({names}) SELECT * FROM unnest({Places(columns)})", columns, cancellationToken)
            : OneByOneAsync(db, $"INSERT INTO \"{table}\" ({names}) VALUES ({Places(columns)})", columns, cancellationToken);
    }

    /// <param name="db">With an open transaction.</param>
    /// <param name="table">Its rows are found by the first of <paramref name="columns"/>.</param>
    public static Task UpdateAsync(ProposalsDbContext db, string table, CancellationToken cancellationToken, params BulkColumn[] columns)
    {
        var written = columns[1..];
        return IsPostgres(db)
            ? AtOnceAsync(db, $"UPDATE \"{table}\" AS t SET {string.Join(", ", written.Select((column, place) => $"\"{column.Name}\" = v.c{place + 1}"))} FROM unnest({Places(columns)}) AS v({string.Join(", ", columns.Select((_, place) => $"c{place}"))}) WHERE t.\"{columns[0].Name}\" = v.c0", columns, cancellationToken)
            : OneByOneAsync(db, $"UPDATE \"{table}\" SET {string.Join(", ", written.Select((column, place) => $"\"{column.Name}\" = @p{place + 1}"))} WHERE \"{columns[0].Name}\" = @p0", columns, cancellationToken);
    }

    private static bool IsPostgres(ProposalsDbContext db) => db is PostgresProposalsDbContext;

    private static string Places(BulkColumn[] columns) => string.Join(", ", columns.Select((_, place) => $"@p{place}"));

    private static async Task AtOnceAsync(ProposalsDbContext db, string sql, BulkColumn[] columns, CancellationToken cancellationToken)
    {
        if (columns[0].Values.Length == 0)
            return;
        await using var command = Command(db, sql);
        for (var place = 0; place < columns.Length; place++)
            command.Parameters.Add(new NpgsqlParameter($"p{place}", NpgsqlDbType.Array | TypeOf(columns[place].Values)) { Value = columns[place].Values });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Said, not guessed: an array of nothing but nulls shows no kind of time.</summary>
    private static NpgsqlDbType TypeOf(Array values) => values switch
    {
        Guid[] or Guid?[] => NpgsqlDbType.Uuid,
        DateTime[] or DateTime?[] => NpgsqlDbType.TimestampTz,
        DateOnly[] or DateOnly?[] => NpgsqlDbType.Date,
        int[] => NpgsqlDbType.Integer,
        string?[] => NpgsqlDbType.Text,
        _ => throw new ArgumentException($"No column of ours holds {values.GetType().Name}.", nameof(values)),
    };

    /// <summary>An embedded database has no way to be waited for: one prepared statement, run again and again.</summary>
    private static async Task OneByOneAsync(ProposalsDbContext db, string sql, BulkColumn[] columns, CancellationToken cancellationToken)
    {
        await using var command = Command(db, sql);
        for (var place = 0; place < columns.Length; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{place}";
            command.Parameters.Add(parameter);
        }

        for (var row = 0; row < columns[0].Values.Length; row++)
        {
            for (var place = 0; place < columns.Length; place++)
                command.Parameters[place].Value = columns[place].Values.GetValue(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbCommand Command(ProposalsDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandType = CommandType.Text;
        command.Transaction = (db.Database.CurrentTransaction ?? throw new InvalidOperationException("Many rows are only written inside a transaction.")).GetDbTransaction();
        return command;
    }
}
