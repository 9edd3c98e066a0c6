using Microsoft.Extensions.DependencyInjection;
using Proposals.Acts;
using Proposals.Operations;
using Proposals.Persistence;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Operations;

/// <summary>A database of its own that a backup is restored to, and the product's services on it.</summary>
internal sealed class RestoredBureau : IAsyncDisposable
{
    private readonly TestDatabase database;

    private RestoredBureau(TestDatabase database) => this.database = database;

    public string Connection => database.Connection;

    public static async Task<RestoredBureau> EmptyAsync() => new(await TestDatabase.EmptyAsync());

    /// <summary>Each time with services of its own, as another process has them: nothing of the database stays open.</summary>
    public static async Task<T> WithAsync<TService, T>(string connection, Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var services = new ServiceCollection().AddLogging().AddProposals(connection).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var result = await use(scope.ServiceProvider.GetRequiredService<TService>());
        Close(connection);
        return result;
    }

    public Task<T> ReadAsync<T>(Func<ProposalsDbContext, Task<T>> read) => WithAsync(Connection, read);

    public Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull => WithAsync(Connection, use);

    public Task<(RestoreReport? Report, Refusal? Refusal)> LoadAsync(string file, bool replaces = false) =>
        WithAsync<RestoreDesk, (RestoreReport?, Refusal?)>(desk => desk.LoadAsync(file, replaces, TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static void Close(string connection)
    {
        if (PersistenceRegistration.IsPostgres(connection))
        {
            using var server = new Npgsql.NpgsqlConnection(connection);
            Npgsql.NpgsqlConnection.ClearPool(server);
            return;
        }

        using var file = new Microsoft.Data.Sqlite.SqliteConnection(connection);
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(file);
    }
}
