using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Kill;

/// <summary>The product as a process, killed at any moment of its work.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int ManyKills = 20;

    private static readonly int Kills = Soak.Count(2);

    [Fact]
    public async Task A_killed_product_keeps_what_it_acknowledged_and_leaves_everything_else_whole_or_absent()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var bureau = await Bureau.OpenAsync();
        await using var template = await bureau.CopyAsync();
        var names = await NamesAsync(template);
        var rows = new CaseRows(names);
        var plans = new Plans(names.ToDictionary(known => known.Value, known => known.Key)).All;
        Calm calm;
        var cookies = new Dictionary<string, CookieContainer>();
        await using (var database = await CopyAsync(template))
        await using (var product = await Product.StartAsync(Lane.Start(database), cancellationToken))
        using (var caller = new Caller(cookies))
        {
            await Caller.SignInAsync(product.Address, cookies);
            calm = await Calm.RunAsync(product, caller, plans, rows, cancellationToken);
        }

        var tally = new Tally();
        var lanes = Kills < ManyKills ? 1 : 2;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(async number =>
        {
            await using var database = await CopyAsync(template);
            using var lane = new Lane(database, plans, new Comparison(calm, rows), tally, seed: Random.Shared.Next());
            try
            {
                await lane.RunAsync((Kills + number) / lanes, ends.Token);
            }
            catch
            {
                await ends.CancelAsync();
                throw;
            }
        }));

        output.WriteLine(tally.ToString());
        Console.WriteLine(tally);
        Assert.True(3 * tally.Inside >= tally.Kills, tally.ToString());
    }

    /// <summary>Nobody but the product may hold the file open: a killed one has to find its own way back.</summary>
    private static async Task<TestDatabase> CopyAsync(TestDatabase template)
    {
        var database = await template.CopyAsync();
        if (!Store.IsPostgres)
            SqliteConnection.ClearPool(new SqliteConnection(database.Connection));
        return database;
    }

    /// <returns>User names and departments by id.</returns>
    private static async Task<IReadOnlyDictionary<string, string>> NamesAsync(TestDatabase database)
    {
        await using var store = await Store.OpenAsync(database.Connection);
        return (await store.RowsAsync("SELECT \"Id\", \"UserName\" FROM people UNION ALL SELECT \"Id\", \"Name\" FROM departments"))
            .ToDictionary(row => Store.TextOf(row[0]).ToLower(CultureInfo.InvariantCulture), row => Store.TextOf(row[1]));
    }
}
