using System.Globalization;
using Microsoft.Data.Sqlite;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Kill;

/// <summary>Two processes sweep at once, and are killed in the middle of their claims; the clock jumps both ways, and stands still for seven days.</summary>
public sealed class SweepKillTests(ITestOutputHelper output)
{
    /// <summary>So many that a sweep takes long enough to be met in the middle of it.</summary>
    private const int Cases = 300;

    private static readonly int Kills = Soak.Count(2);

    private static readonly DateOnly First = new(2025, 5, 16);
    private static readonly DateOnly Last = new(2025, 7, 7);

    /// <summary>Days until the next sweep, and by how many the second process's clock differs.</summary>
    private static readonly (int Ahead, int Other)[] Jumps = [(1, 0), (1, -8), (2, 1), (3, -1), (7, 0), (7, -3)];

    [Fact]
    public async Task Killed_sweepers_raise_each_rung_at_most_once_in_order_and_lose_none()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var template = await TemplateAsync();
        var tally = new SweepTally();
        while (tally.Kills < Kills)
        {
            await using var database = await template.CopyAsync();
            if (!Store.IsPostgres)
                SqliteConnection.ClearPool(new SqliteConnection(database.Connection));
            await LiveAsync(database, tally, cancellationToken);
        }

        output.WriteLine(tally.ToString());
        Console.WriteLine(tally);
    }

    /// <summary>From before the first rung until the last one is over.</summary>
    private static async Task LiveAsync(TestDatabase database, SweepTally tally, CancellationToken cancellationToken)
    {
        var rows = new RungRows();
        var day = First;
        while (day < Last)
        {
            var (ahead, other) = Jumps[Random.Shared.Next(Jumps.Length)];
            day = day.AddDays(ahead);

            // What a killed sweep left is met again on the same day, most of the time.
            do
            {
                var killed = await SweepAsync(database, [day, day.AddDays(other)], tally, cancellationToken);
                await using var store = killed ? await Store.OpenAfterDeathAsync(database.Connection) : await Store.OpenAsync(database.Connection);
                await rows.CheckAsync(store);
                if (!killed)
                    break;
            }
            while (Random.Shared.Next(4) > 0);
        }

        Assert.Equal(0, (await RunAsync(database, cancellationToken, "sweep", "--at", At(Last))).Exit);
        await using (var store = await Store.OpenAsync(database.Connection))
        {
            await rows.CheckAsync(store);
            Assert.Equal(4 * Cases, await store.NumberAsync("SELECT count(*) FROM rungs WHERE \"DeadlineId\" IN (SELECT \"Id\" FROM deadlines WHERE \"Kind\" = 'Reply')"));
        }

        Assert.Equal((0, ""), await RunAsync(database, cancellationToken, "rebuild"));
        Assert.Equal(0, (await RunAsync(database, cancellationToken, "verify")).Exit);
        tally.Lived(rows);
    }

    /// <returns>Whether one was killed with its claims in flight.</returns>
    private static async Task<bool> SweepAsync(TestDatabase database, DateOnly[] days, SweepTally tally, CancellationToken cancellationToken)
    {
        var sweepers = days.Select((day, number) => (Name: $"sweeper{number}", Process: Product.Begin(Start(ClaimProbe.ConnectionOf(database, $"sweeper{number}")), "sweep", "--at", At(day)))).ToList();
        try
        {
            var probe = new ClaimProbe(database);
            while (tally.Kills < Kills && await probe.WaitAsync([.. sweepers.Select(sweeper => sweeper.Process)], cancellationToken))
            {
                await Task.WhenAll(sweepers.Where(sweeper => !sweeper.Process.HasExited).Select(sweeper => Frozen.StopAsync(sweeper.Process.Id, cancellationToken)));
                var inFlight = await probe.InFlightAsync(cancellationToken);
                if (inFlight.Count > 0)
                {
                    foreach (var sweeper in sweepers.Where(sweeper => !Store.IsPostgres || inFlight.Contains(sweeper.Name) || Random.Shared.Next(2) == 0))
                        sweeper.Process.Kill();
                    tally.Kill(sweepers.Count(sweeper => inFlight.Contains(sweeper.Name)));
                    foreach (var sweeper in sweepers.Where(sweeper => !sweeper.Process.HasExited))
                        await Frozen.ThawAsync(sweeper.Process.Id, cancellationToken);
                    await Task.WhenAll(sweepers.Select(sweeper => sweeper.Process.WaitForExitAsync(cancellationToken)));
                    return true;
                }

                foreach (var sweeper in sweepers.Where(sweeper => !sweeper.Process.HasExited))
                    await Frozen.ThawAsync(sweeper.Process.Id, cancellationToken);
            }

            foreach (var (_, process) in sweepers)
            {
                var said = await process.StandardOutput.ReadToEndAsync(cancellationToken) + await process.StandardError.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                Assert.True(process.ExitCode == 0, said);
            }

            return false;
        }
        finally
        {
            sweepers.ForEach(sweeper => sweeper.Process.Dispose());
        }
    }

    private static async Task<(int Exit, string Said)> RunAsync(TestDatabase database, CancellationToken cancellationToken, params string[] args)
    {
        using var process = Product.Begin(Start(database.Connection), args);
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, said.Trim());
    }

    private static ProductStart Start(string connection) => new(connection) { Settings = new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Warning", ["DOTNET_TieredPGO"] = "0" } };

    private static string At(DateOnly day) => day.ToString("yyyy-MM-dd'T09:00'", CultureInfo.InvariantCulture);

    /// <summary>Half of them a week later than the others.</summary>
    private static async Task<TestDatabase> TemplateAsync()
    {
        await using var bureau = await Bureau.OpenAsync();
        for (var number = 1; number <= Cases; number++)
            await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration($"{number}", new DateOnly(2025, 3, number % 2 == 0 ? 17 : 24)));
        return await bureau.CopyAsync();
    }
}
