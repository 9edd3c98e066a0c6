using System.Diagnostics;
using Proposals.Handling;

namespace Proposals.Benchmarks;

/// <summary>
/// One act that answers a step, as a request does it: from the act's record to the commit, on an embedded database in memory. Beside it, block by block, the bare writing of the same rows.
/// What the commands are is listened to in a run of its own on a copy, so that listening slows nothing that is timed.
/// </summary>
internal static class AnswerBenchmark
{
    private const int Cases = 300;
    private const int Blocks = 9;
    private const int CasesABlock = 20;
    private const int WarmCases = 60;
    private const double MostCpu = 1.5;
    private const double MostCommands = 12;
    private const double MostAllocated = 150;
    private const double LeastRatio = 0.5;

    private static readonly int ActsABlock = CasesABlock * GrowthBureau.ActsACase;
    private static readonly DateOnly Day = new(2026, 5, 18);

    public static async Task<int> RunAsync(bool lists)
    {
        await using var ground = new SqliteGround();
        var template = await FoundAsync(ground);
        await using var timed = GrowthBureau.Open(await ground.CopyAsync(template, "timed"));
        var bare = await ground.CopyAsync(template, "bare");
        await using var heard = GrowthBureau.Open(await ground.CopyAsync(template, "heard"));
        var cases = await timed.WaitingAsync(WarmCases + Blocks * CasesABlock);

        var journals = await ListenAsync(heard, cases, lists);
        var commands = journals.Skip(WarmCases * GrowthBureau.ActsACase).Average(act => (double)act.Count);
        Console.WriteLine($"BENCH answer.sql_commands {commands:F1} 1/act");
        Console.WriteLine($"BENCH answer.write_commands {journals.Average(act => (double)act.Count(sent => sent.Writes)):F1} 1/act");

        using var writer = new BareWriter(bare);
        journals.Take(WarmCases * GrowthBureau.ActsACase).ToList().ForEach(Write);
        await ActAsync(timed, cases.Take(WarmCases));
        var figures = new List<(double Cpu, double Allocated, double Act, double Bare)>();
        for (var block = 0; block < Blocks; block++)
        {
            var skipped = WarmCases + block * CasesABlock;
            var rows = journals.Skip(skipped * GrowthBureau.ActsACase).Take(CasesABlock * GrowthBureau.ActsACase).ToList();
            GC.Collect();
            var bareFirst = block % 2 == 0 ? Time(() => rows.ForEach(Write)) : 0;
            var (cpu, allocated, act) = await MeasureAsync(timed, cases.Skip(skipped).Take(CasesABlock));
            figures.Add((cpu, allocated, act, block % 2 == 0 ? bareFirst : Time(() => rows.ForEach(Write))));
        }

        return Report(figures, commands) ? 0 : 1;

        void Write(List<SentCommand> act) => writer.Write(act.Where(sent => sent.Writes));
    }

    private static bool Report(List<(double Cpu, double Allocated, double Act, double Bare)> figures, double commands)
    {
        var (cpu, allocated) = (Median(figures.Select(figure => figure.Cpu)), Median(figures.Select(figure => figure.Allocated)));
        var ratio = Median(figures.Select(figure => figure.Bare / figure.Act));
        Console.WriteLine($"BENCH answer.cpu_ms {cpu:F2} ms");
        Console.WriteLine($"BENCH answer.wall_ms {Median(figures.Select(figure => figure.Act)):F2} ms");
        Console.WriteLine($"BENCH answer.allocated_kb {allocated:F0} kB");
        Console.WriteLine($"BENCH answer.bare_ms {Median(figures.Select(figure => figure.Bare)):F3} ms");
        Console.WriteLine($"BENCH answer.ratio {ratio:F2} x");
        return cpu <= MostCpu && commands <= MostCommands && allocated <= MostAllocated && ratio >= LeastRatio;
    }

    private static async Task<string> FoundAsync(GrowthGround ground)
    {
        var connection = await ground.EmptyAsync("template");
        await using var bureau = await GrowthBureau.FoundAsync(connection);
        for (var number = 0; number < Cases; number++)
            await bureau.RegisterAsync();
        return connection;
    }

    /// <returns>For each act of each case, in order, what went to the database.</returns>
    private static async Task<List<List<SentCommand>>> ListenAsync(GrowthBureau bureau, IReadOnlyList<CaseId> cases, bool lists)
    {
        var acts = new List<List<SentCommand>>();
        using var journal = new SqlJournal();
        // The product looks once a second whether anybody listens.
        while (journal.Commands.Count == 0)
            await bureau.CompileAsync();
        foreach (var id in cases)
        {
            for (var at = 0; at < GrowthBureau.ActsACase; at++)
            {
                journal.Commands.Clear();
                await bureau.AnswerAsync(id, Day, at, 1);
                acts.Add([.. journal.Commands]);
            }
        }

        if (lists)
            acts.TakeLast(GrowthBureau.ActsACase).ToList().ForEach(act => Console.Error.WriteLine(string.Join('\n', act.Select(sent => "  " + sent.Text.ReplaceLineEndings(" ")).Prepend($"{act.Count} commands:"))));
        return acts;
    }

    private static async Task<(double Cpu, double Allocated, double Wall)> MeasureAsync(GrowthBureau bureau, IEnumerable<CaseId> cases)
    {
        using var process = Process.GetCurrentProcess();
        var (cpu, allocated, watch) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        await ActAsync(bureau, cases);
        var wall = watch.Elapsed;
        process.Refresh();
        return ((process.TotalProcessorTime - cpu).TotalMilliseconds / ActsABlock, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0 / ActsABlock, wall.TotalMilliseconds / ActsABlock);
    }

    private static async Task ActAsync(GrowthBureau bureau, IEnumerable<CaseId> cases)
    {
        foreach (var id in cases)
            await bureau.AnswerAsync(id, Day, 0, GrowthBureau.ActsACase);
    }

    /// <returns>Milliseconds an act.</returns>
    private static double Time(Action writes)
    {
        var watch = Stopwatch.StartNew();
        writes();
        return watch.Elapsed.TotalMilliseconds / ActsABlock;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Blocks / 2);
}
