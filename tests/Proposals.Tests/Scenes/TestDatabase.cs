using Microsoft.Data.Sqlite;
using Npgsql;

namespace Proposals.Tests.Scenes;

/// <summary>A database of its own for each test, copied from one prepared template. SQLite, or PostgreSQL where PROPOSALS_TEST_POSTGRES names a server.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];
    private static readonly string Folder = Directory.CreateTempSubdirectory("proposals-tests-").FullName;
    private static int made;

    private readonly string name;

    private TestDatabase(string name) => this.name = name;

    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("PROPOSALS_TEST_POSTGRES");

    public string Connection => PostgresServer is null ? $"Data Source={Path.Combine(Folder, name)}.db" : $"{PostgresServer};Database={name}";

    public static async Task<TestDatabase> EmptyAsync()
    {
        var database = new TestDatabase($"proposals_{Run}_{Interlocked.Increment(ref made)}");
        await database.CreateAsync(template: null);
        return database;
    }

    public async Task<TestDatabase> CopyAsync()
    {
        var copy = new TestDatabase($"proposals_{Run}_{Interlocked.Increment(ref made)}");
        await copy.CreateAsync(this);
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        if (PostgresServer is not null)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Connection));
            await ServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            return;
        }

        SqliteConnection.ClearPool(new SqliteConnection(Connection));
        foreach (var file in Directory.GetFiles(Folder, $"{name}.db*"))
        {
            File.Delete(file);
        }
    }

    private async Task CreateAsync(TestDatabase? template)
    {
        if (PostgresServer is not null)
        {
            if (template is not null)
            {
                NpgsqlConnection.ClearPool(new NpgsqlConnection(template.Connection));
            }

            await ServerAsync($"CREATE DATABASE {name}" + (template is null ? " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'" : $" TEMPLATE {template.name}"));
            return;
        }

        if (template is not null)
        {
            await using var source = new SqliteConnection(template.Connection);
            await source.OpenAsync();
            await using var target = new SqliteConnection(Connection);
            await target.OpenAsync();
            source.BackupDatabase(target);
        }
    }

    private static async Task ServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{PostgresServer};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
