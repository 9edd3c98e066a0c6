using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;

namespace Proposals.Benchmarks;

/// <summary>Answering a step among 100 cases of one version, against 500 versions, 100,000 cases, and both: blocks of real acts in turn, side by side in one run.</summary>
internal static class GrowthBenchmark
{
    private const int Few = 100;
    private const int Many = 100_000;
    private const int ManyVersions = 500;
    private const int Blocks = 9;
    private const int CasesABlock = 7;
    private const int WarmCases = 12;
    private const double MostRatio = 1.3;

    /// <summary>Of the cases done by real acts one stands at the last of the measured steps, so that its owner has very many; the others stand at the first.</summary>
    private const int Originals = 4;

    /// <summary>After every copy was registered.</summary>
    private static readonly DateOnly Day = new(2026, 5, 18);

    public static async Task<int> RunAsync()
    {
        var isFlat = await RunOnAsync(new SqliteGround());
        if (GrowthGround.PostgresServer is { } server)
            isFlat &= await RunOnAsync(new PostgresGround(server));
        return isFlat ? 0 : 1;
    }

    private static async Task<bool> RunOnAsync(GrowthGround ground)
    {
        await using var taken = ground;
        var template = await FoundAsync(ground);
        await using var small = await GrowAsync(ground, template, "small", 1, Few);
        await using var versions = await GrowAsync(ground, template, "versions", ManyVersions, Few);
        await using var instances = await GrowAsync(ground, template, "instances", 1, Many);
        await using var large = await GrowAsync(ground, template, "large", ManyVersions, Many);
        var times = await MeasureAsync([small, versions, instances, large]);
        var ratios = Enumerable.Range(1, 3).Select(which => Median(times[which].Zip(times[0], (grown, few) => grown / few))).ToList();
        Console.WriteLine($"BENCH growth.{ground.Prefix}versions_ratio {ratios[0]:F2} x");
        Console.WriteLine($"BENCH growth.{ground.Prefix}instances_ratio {ratios[1]:F2} x");
        Console.WriteLine($"BENCH growth.{ground.Prefix}both_ratio {ratios[2]:F2} x");
        Console.WriteLine($"BENCH growth.{ground.Prefix}answer_ms_small {Median(times[0]):F2} ms");
        Console.WriteLine($"BENCH growth.{ground.Prefix}answer_ms_large {Median(times[3]):F2} ms");
        return ratios.TrueForAll(ratio => ratio <= MostRatio);
    }

    private static async Task<string> FoundAsync(GrowthGround ground)
    {
        var connection = await ground.EmptyAsync("template");
        await using var bureau = await GrowthBureau.FoundAsync(connection);
        for (var number = 0; number < Originals; number++)
        {
            var id = await bureau.RegisterAsync();
            if (number == 0)
                await bureau.AnswerAsync(id, new DateOnly(2026, 3, 17), GrowthBureau.ActsACase - 1);
        }

        return connection;
    }

    private static async Task<GrowthBureau> GrowAsync(GrowthGround ground, string template, string name, int versions, int cases)
    {
        var watch = Stopwatch.StartNew();
        var bureau = GrowthBureau.Open(await ground.CopyAsync(template, name));
        var published = await bureau.PublishAsync(versions);
        var store = ground.Rows(bureau.Connection);
        var copies = await bureau.ReadAsync(db => GrowthCopies.ReadAsync(db, store));
        await copies.WriteAsync(cases / Originals - 1, published);
        await store.SettleAsync();
        var used = await bureau.CompileAsync();
        Console.Error.WriteLine($"{name}: {await bureau.ReadAsync(db => db.WorkflowInstances.CountAsync())} instances on {used} of {published.Count} versions, built in {watch.Elapsed.TotalSeconds:F0} s");
        return bureau;
    }

    /// <returns>For each bureau the milliseconds an act took, by block.</returns>
    private static async Task<List<double>[]> MeasureAsync(GrowthBureau[] bureaus)
    {
        var times = Array.ConvertAll(bureaus, _ => new List<double>());
        var waiting = new Queue<CaseId>[bureaus.Length];
        for (var which = 0; which < bureaus.Length; which++)
        {
            waiting[which] = new(await bureaus[which].WaitingAsync(WarmCases + Blocks * CasesABlock));
            await BlockAsync(bureaus[which], waiting[which], WarmCases);
        }

        for (var block = 0; block < Blocks; block++)
        {
            // There and back: whoever came last comes first in the next round.
            foreach (var which in block % 2 == 0 ? Enumerable.Range(0, bureaus.Length) : Enumerable.Range(0, bureaus.Length).Reverse())
                times[which].Add(await BlockAsync(bureaus[which], waiting[which], CasesABlock));
        }

        return times;
    }

    private static async Task<double> BlockAsync(GrowthBureau bureau, Queue<CaseId> waiting, int cases)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < cases; number++)
            await bureau.AnswerAsync(waiting.Dequeue(), Day, GrowthBureau.ActsACase);
        return watch.Elapsed.TotalMilliseconds / (cases * GrowthBureau.ActsACase);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Blocks / 2);
}
