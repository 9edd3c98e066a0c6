using Microsoft.Data.Sqlite;
using Npgsql;

namespace Proposals.Benchmarks;

internal sealed record RowTable(string Name, IReadOnlyList<string> Columns, string Where)
{
    public string ColumnList { get; } = string.Join(", ", Columns.Select(column => $"\"{column}\""));
}

/// <summary>Rows of a table as cells, past the product: reads a few, writes very many.</summary>
internal interface IRowStore
{
    Task<List<object?[]>> ReadAsync(RowTable table);

    Task WriteAsync(RowTable table, IEnumerable<object?[]> rows);

    /// <summary>What a database does by itself once so many rows have come, done now.</summary>
    Task SettleAsync();
}

internal sealed class SqliteRows(string connectionString) : IRowStore
{
    public async Task<List<object?[]>> ReadAsync(RowTable table)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {table.ColumnList} FROM \"{table.Name}\" WHERE {table.Where}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var cells = new object?[table.Columns.Count];
            reader.GetValues(cells!);
            rows.Add(cells);
        }

        return rows;
    }

    public async Task WriteAsync(RowTable table, IEnumerable<object?[]> rows)
    {
        await using var connection = await OpenAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, at) => $"@p{at}"))})";
        SqliteParameter[] parameters = [.. table.Columns.Select((_, at) => command.Parameters.Add(new SqliteParameter($"@p{at}", null)))];
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
                parameters[at].Value = row[at] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    public async Task SettleAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-200000";
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}

/// <summary>Cells are those of COPY text, where null is a word of its own and a tab inside a cell is escaped.</summary>
internal sealed class PostgresRows(string connectionString) : IRowStore
{
    public async Task<List<object?[]>> ReadAsync(RowTable table)
    {
        await using var connection = await OpenAsync();
        using var reader = await connection.BeginTextExportAsync($"COPY (SELECT {table.ColumnList} FROM \"{table.Name}\" WHERE {table.Where}) TO STDOUT");
        var rows = new List<object?[]>();
        while (await reader.ReadLineAsync() is { } line)
            rows.Add(line.Split('\t'));
        return rows;
    }

    public async Task WriteAsync(RowTable table, IEnumerable<object?[]> rows)
    {
        await using var connection = await OpenAsync();
        await using var writer = await connection.BeginTextImportAsync($"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN");
        foreach (var row in rows)
        {
            await writer.WriteAsync(string.Join('\t', row));
            await writer.WriteAsync('\n');
        }
    }

    public async Task SettleAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand("VACUUM ANALYZE", connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
