using Proposals.Benchmarks;

return args switch
{
    ["engine", ..] => EngineBenchmark.Run(),
    ["growth", ..] => await GrowthBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Proposals.Benchmarks -- engine|growth");
    return 2;
}
