using Microsoft.Data.Sqlite;
using Npgsql;

namespace Proposals.Benchmarks;

/// <summary>Where the databases of one run stand, and how one becomes the copy of another. Disposing takes them all away.</summary>
internal abstract class GrowthGround : IAsyncDisposable
{
    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("PROPOSALS_TEST_POSTGRES");

    /// <summary>Stands in the names of the figures; empty for SQLite.</summary>
    public abstract string Prefix { get; }

    public abstract Task<string> EmptyAsync(string name);

    public abstract Task<string> CopyAsync(string template, string name);

    public abstract IRowStore Rows(string connection);

    public abstract ValueTask DisposeAsync();
}

/// <summary>Files in memory where the machine has such a folder: a disk's flush takes longer than an act and would hide what an act does.</summary>
internal sealed class SqliteGround : GrowthGround
{
    private const string InMemory = "/dev/shm";

    private readonly string folder = Path.Combine(Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(), $"proposals-growth-{Environment.ProcessId}");

    public SqliteGround() => Directory.CreateDirectory(folder);

    public override string Prefix => "";

    public override Task<string> EmptyAsync(string name) => Task.FromResult($"Data Source={Path.Combine(folder, name)}.db");

    public override async Task<string> CopyAsync(string template, string name)
    {
        var connection = await EmptyAsync(name);
        await using var source = new SqliteConnection(template);
        await source.OpenAsync();
        await using var target = new SqliteConnection(connection);
        await target.OpenAsync();
        source.BackupDatabase(target);
        return connection;
    }

    public override IRowStore Rows(string connection) => new SqliteRows(connection);

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

internal sealed class PostgresGround(string server) : GrowthGround
{
    private readonly List<string> made = [];

    public override string Prefix => "postgres_";

    public override Task<string> EmptyAsync(string name) => CreateAsync(name, "template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");

    public override Task<string> CopyAsync(string template, string name)
    {
        // A database that somebody is connected to cannot be copied.
        NpgsqlConnection.ClearPool(new NpgsqlConnection(template));
        return CreateAsync(name, new NpgsqlConnectionStringBuilder(template).Database ?? "");
    }

    public override IRowStore Rows(string connection) => new PostgresRows(connection);

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var database in made)
            await ServerAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }

    private async Task<string> CreateAsync(string name, string template)
    {
        var database = $"growth_{Environment.ProcessId}_{name}";
        await ServerAsync($"CREATE DATABASE {database} TEMPLATE {template}");
        made.Add(database);
        return $"{server};Database={database}";
    }

    private async Task ServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
