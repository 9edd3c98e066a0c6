using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.Benchmarks;

/// <summary>
/// The morning after a year's sleep: 100,000 rungs have come among 1,000,000 open deadlines. Seconds of one sweep in this process, its peak memory in a process of its own, and the time of one rung
/// against that among 10,000 open deadlines, in turns.
/// </summary>
internal static class SweepBenchmark
{
    private const int FewCases = 1_000;
    private const int Turns = 3;
    private const double MostSeconds = 10;

    public static async Task<int> RunAsync(int cases)
    {
        await RunOnAsync(new SqliteGround(), cases);
        return GrowthGround.PostgresServer is not { } server || await RunOnAsync(new PostgresGround(server), cases) < MostSeconds ? 0 : 1;
    }

    private static async Task<double> RunOnAsync(GrowthGround ground, int cases)
    {
        await using var taken = ground;
        var founded = await ground.EmptyAsync("founded");
        await SweepGround.FoundAsync(founded);
        var (many, few) = (await ground.CopyAsync(founded, "many"), await ground.CopyAsync(founded, "few"));
        var watch = Stopwatch.StartNew();
        await SweepGround.GrowAsync(ground, many, cases);
        await SweepGround.GrowAsync(ground, few, FewCases);
        Console.Error.WriteLine($"{cases:N0} cases with {SweepGround.LinesOfCase} open deadlines each, built in {watch.Elapsed.TotalSeconds:F0} s");

        var (seconds, rung, fewRung) = (new List<double>(), new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            fewRung.Add(await SweptAsync(ground, few, $"few_{turn}", FewCases) / FewCases);
            seconds.Add(await SweptAsync(ground, many, $"many_{turn}", cases));
            rung.Add(seconds[^1] / cases);
        }

        Say(ground, "seconds", Median(seconds), "s");
        Say(ground, "per_rung", Median(rung) * 1e6, "us");
        Say(ground, "ratio", Median(rung) / Median(fewRung), $"of the time of one rung among {FewCases * SweepGround.LinesOfCase:N0} open deadlines");
        Say(ground, "peak_mb", await PeakAsync(await ground.CopyAsync(many, "peak")), "MB");
        return Median(seconds);
    }

    private static async Task<double> SweptAsync(GrowthGround ground, string template, string name, int due)
    {
        var connection = await ground.CopyAsync(template, name);
        await using var services = SweepGround.Product(connection);
        await using var scope = services.CreateAsyncScope();

        // The first connection and the first question of a process are not the sweep's.
        var db = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>();
        await scope.ServiceProvider.GetRequiredService<RungSweep>().RunAsync(SweepGround.Now.AddDays(-1000), CancellationToken.None);
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var result = await services.GetRequiredService<RungSweep>().RunAsync(SweepGround.Now, CancellationToken.None);
        var took = watch.Elapsed.TotalSeconds;
        if (result.Raised != due || await db.Rungs.CountAsync() != due)
            throw new InvalidOperationException($"{due} rungs were due and {result} came of it.");
        return took;
    }

    /// <summary>The command <c>sweep</c> as an operator would start it.</summary>
    private static async Task<double> PeakAsync(string connection)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Proposals.Web.dll"), "sweep", "--at", SweepGround.Today.ToString("yyyy-MM-dd'T09:00'", CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["ConnectionStrings__Proposals"] = connection;
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
        var most = 0L;
        var said = process.StandardOutput.ReadToEndAsync();
        while (!process.HasExited)
        {
            process.Refresh();
            most = Math.Max(most, process.HasExited ? 0 : process.PeakWorkingSet64);
            await Task.Delay(20);
        }

        Console.Error.WriteLine((await said).Trim());
        return most / 1048576.0;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(GrowthGround ground, string figure, double value, string unit) => Console.WriteLine($"BENCH sweep.{ground.Prefix}{figure} {value:F2} {unit}");
}
