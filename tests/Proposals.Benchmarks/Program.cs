using System.Globalization;
using Proposals.Benchmarks;

return args switch
{
    ["engine", ..] => EngineBenchmark.Run(),
    ["answer", .. var how] => await AnswerBenchmark.RunAsync(lists: how.Contains("--list")),
    ["inbox", .. var size] => await InboxBenchmark.RunAsync(size is [var items] ? int.Parse(items, CultureInfo.InvariantCulture) : 1_000_000),
    ["sweep", .. var size] => await SweepBenchmark.RunAsync(size is [var cases] ? int.Parse(cases, CultureInfo.InvariantCulture) : 100_000),
    ["growth", ..] => await GrowthBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Proposals.Benchmarks -- engine|answer|inbox|sweep|growth");
    return 2;
}
