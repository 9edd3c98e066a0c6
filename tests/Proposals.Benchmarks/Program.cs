using Proposals.Benchmarks;

return args is ["engine", ..] ? EngineBenchmark.Run() : Usage();

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Proposals.Benchmarks -- engine");
    return 2;
}
