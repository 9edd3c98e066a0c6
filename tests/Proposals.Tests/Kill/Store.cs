using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Kill;

/// <summary>A product's database looked at from outside, by plain SQL and none of the product's code.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DirectoryInfo? copied;

    private Store(DbConnection connection, DirectoryInfo? copied) => (this.connection, this.copied) = (connection, copied);

    public static bool IsPostgres => TestDatabase.PostgresServer is not null;

    /// <summary>Beside a product that runs.</summary>
    public static Task<Store> OpenAsync(string database) => OpenAsync(database, null);

    /// <summary>After a product was killed. An embedded database is looked at as a copy, log and all, so that whoever starts next still has to recover it himself;
    /// a database server may still be at what the killed one had asked for last, and is waited for.</summary>
    public static async Task<Store> OpenAfterDeathAsync(string database)
    {
        if (IsPostgres)
        {
            var store = await OpenAsync(database, null);
            while (await store.NumberAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()") > 0)
                await Task.Yield();
            return store;
        }

        var file = new SqliteConnectionStringBuilder(database).DataSource;
        var folder = Directory.CreateTempSubdirectory("proposals-killed-");
        var copy = Path.Combine(folder.FullName, Path.GetFileName(file));
        foreach (var part in new[] { "", "-wal" }.Where(part => File.Exists(file + part)))
            File.Copy(file + part, copy + part);
        return await OpenAsync($"Data Source={copy}", folder);
    }

    public async Task<IReadOnlyList<object?[]>> RowsAsync(string sql)
    {
        var rows = new List<object?[]>();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? null : reader.GetValue(index))]);
        return rows;
    }

    /// <summary>Each row with the names of its columns, but for the first.</summary>
    public async Task<IReadOnlyList<(string First, IReadOnlyList<(string Column, object Value)> Others)>> NamedRowsAsync(string sql)
    {
        var rows = new List<(string, IReadOnlyList<(string, object)>)>();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add((TextOf(reader.GetValue(0)), [.. Enumerable.Range(1, reader.FieldCount - 1).Where(index => !reader.IsDBNull(index)).Select(index => (reader.GetName(index), reader.GetValue(index)))]));
        return rows;
    }

    public async Task<long> NumberAsync(string sql) => Convert.ToInt64((await RowsAsync(sql))[0][0], CultureInfo.InvariantCulture);

    public static string TextOf(object? value) => value switch
    {
        null => "",
        Guid id => id.ToString(),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "1" : "0",
        byte[] bytes => $"{bytes.Length} bytes",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        copied?.Delete(recursive: true);
    }

    private static async Task<Store> OpenAsync(string database, DirectoryInfo? copied)
    {
        DbConnection own = IsPostgres ? new NpgsqlConnection(database + ";Pooling=false") : new SqliteConnection(database + ";Pooling=false");
        await own.OpenAsync();
        return new Store(own, copied);
    }
}
