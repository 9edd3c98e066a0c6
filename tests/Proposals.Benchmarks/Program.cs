using Proposals.Benchmarks;

return args switch
{
    ["engine", ..] => EngineBenchmark.Run(),
    ["answer", .. var how] => await AnswerBenchmark.RunAsync(lists: how.Contains("--list")),
    ["growth", ..] => await GrowthBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Proposals.Benchmarks -- engine|answer|growth");
    return 2;
}
