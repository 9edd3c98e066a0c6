using System.Diagnostics;
using System.Text.Json.Nodes;
using Proposals.Inbox;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Benchmarks;

/// <summary>Steps a second on one core: a step is one event through proposal-handling, state to text and back.</summary>
internal static class EngineBenchmark
{
    private const int Rounds = 9;
    private const int InstancesARound = 4000;

    private static readonly DateTimeOffset Now = new(2026, 3, 17, 1, 0, 0, TimeSpan.Zero);
    private static readonly string[] Ports =
        ["Received", "Submitted", "Approved", "Accepted", "Submitted", "Passed", "Passed", "Signed", "Sealed", "Delivered", "Satisfied", "Archived"];

    public static int Run()
    {
        var loaded = DefinitionReader.Load(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", "proposal-handling.json")), StepCatalogue.Activities);
        if (!loaded.Runs)
        {
            Console.Error.WriteLine("proposal-handling.json does not load");
            return 1;
        }

        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var instance = 0; instance < InstancesARound; instance++)
            {
                Handle(loaded.Definition, $"case-{instance}");
            }

            var steps = InstancesARound * (Ports.Length + 1);
            rates.Add(steps / watch.Elapsed.TotalSeconds);
            if (round == Rounds - 1)
            {
                Console.WriteLine($"BENCH engine.allocated_bytes_per_step {(GC.GetAllocatedBytesForCurrentThread() - before) / steps} B");
            }
        }

        Console.WriteLine($"BENCH engine.steps_per_s {rates.Order().ElementAt(Rounds / 2):F0} 1/s");
        return 0;
    }

    private static void Handle(WorkflowDefinition definition, string id)
    {
        var facts = new JsonObject { ["consultationsEnough"] = true };
        var result = WorkflowMachine.Step(definition, null, new Start(id, Now) { Facts = facts });
        foreach (var port in Ports)
        {
            var wait = result.Effects.OfType<StepWanted>().Single().WaitId;
            result = WorkflowMachine.Step(definition, result.State, new Answer(wait, port, Now) { Facts = facts });
        }
    }
}
