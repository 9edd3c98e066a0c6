using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Tests;

/// <summary>Random answers to a random definition, and what must hold after each of them.</summary>
internal sealed class RandomFlowWalk
{
    private readonly string json;
    private readonly WorkflowDefinition definition;
    private readonly Random random;
    private readonly List<WorkflowEvent> events = [];
    private readonly List<Effect> effects = [];
    private readonly List<string> answered = [];
    private DateTimeOffset now = Scene.Morning;
    private string? state;

    public RandomFlowWalk(string json, int seed)
    {
        this.json = json;
        definition = Drawings.Load(json);
        random = new Random(seed);
        Tell(new Start("i", now) { Facts = Coin() });
        for (var steps = 0; steps < 25 && Act(); steps++)
        {
        }

        RequireReplay();
        WasCounted = RequireTokens();
    }

    /// <summary>Every token was counted: nothing was cut off or repaired by hand.</summary>
    public bool WasCounted { get; }

    /// <summary>A way leads back, and branches merge.</summary>
    public bool HasLoopAndMerge => definition.Root.Executor.Children is var nodes && nodes.Any(node => node.ReachedFrom is not null) && nodes.SelectMany(node => node.Outgoing).Any(edge => edge.IsBack);

    public bool HadIncident => effects.OfType<IncidentRaised>().Any();

    /// <summary>Of everything that failed.</summary>
    public IReadOnlyList<string> Codes => [.. effects.OfType<IncidentRaised>().Select(raised => raised.Code)];

    /// <summary>A circle without a wait and without an end.</summary>
    public bool WasBusy => effects.Exists(effect => effect is IncidentRaised { Code: "loop.busy" });

    public bool IsFinished => Read().Status == InstanceStatus.Finished;

    private InstanceState Read() => StateReader.Read(definition, state ?? "");

    private JsonObject Coin() => new() { ["coin"] = random.Next(2) == 0 };

    /// <summary>One act; false when the instance is over.</summary>
    private bool Act()
    {
        var at = Read();
        if (at.Status == InstanceStatus.Finished || WasBusy)
            return false;
        if (at.Waits.Count + at.Incidents.Count == 0)
            throw new InvalidOperationException($"Nothing can happen any more, and it is not finished: {state}");
        now = now.AddMinutes(1);
        if (random.Next(4) == 0)
            RequireIgnored(at);
        if (at.Incidents.Count > 0 && (at.Waits.Count == 0 || random.Next(2) == 0))
            Tell(Clearing(at.Incidents[random.Next(at.Incidents.Count)]));
        else
            Tell(Answering(at.Waits[random.Next(at.Waits.Count)]));
        return true;
    }

    private WorkflowEvent Clearing(Incident incident)
    {
        var ports = incident.Node.Activity.Ports;
        return random.Next(2) == 0 || ports.Count == 0
            ? new Retry(incident.Id, now) { Facts = new JsonObject { ["coin"] = random.Next(4) > 0 } }
            : new Skip(incident.Id, ports[random.Next(ports.Count)].Name, now) { Facts = Coin() };
    }

    private WorkflowEvent Answering(Wait wait)
    {
        answered.Add(wait.Id);
        return wait.Node.Type == "Elsa.Delay"
            ? new TimerElapsed(wait.Id, now) { Facts = Coin() }
            : new Answer(wait.Id, "Done", now) { Facts = Coin(), Outputs = random.Next(3) == 0 ? new JsonObject { ["note"] = random.Next(9) } : [] };
    }

    private void Tell(WorkflowEvent happened)
    {
        events.Add(happened);
        var result = WorkflowMachine.Step(definition, state, happened);
        state = result.State;
        effects.AddRange(result.Effects);
        if (StateWriter.Write(Read()) != state)
            throw new InvalidOperationException($"The state does not survive its text: {state}");
    }

    /// <summary>Answers that nobody waits for: answered already, never asked, of the wrong kind, incidents that are not open.</summary>
    private void RequireIgnored(InstanceState at)
    {
        WorkflowEvent[] idle =
        [
            new Answer("i.99999", "Done", now), new Answer(answered.Count > 0 ? answered[^1] : "", "Done", now), new TimerElapsed(answered.Count > 0 ? answered[0] : "i.0", now),
            new Answer(at.Waits.Count > 0 ? at.Waits[0].Id : "", "NoSuchPort", now), new Retry("i.99999", now), new Skip("i.99999", "Done", now),
            new ChildEnded(at.Waits.Count > 0 ? at.Waits[0].Id : "", "Finished", [], now), new EventHappened("nobody", null, now),
        ];
        foreach (var happened in idle)
        {
            var result = WorkflowMachine.Step(definition, state, happened);
            if (result.State != state || result.Effects.Count > 0)
                throw new InvalidOperationException($"{happened} changed something: {state} -> {result.State}");
        }
    }

    private bool IsJoinOfAny(ActivityNode node) =>
        node.Type == "Elsa.FlowJoin" && JsonNode.Parse(json)?["root"]?["activities"]?.AsArray().Single(item => item?["id"]?.ToString() == node.Id)?["mode"]?["expression"]?["value"]?.ToString() == "WaitAny";

    private void RequireReplay()
    {
        string? again = null;
        foreach (var happened in events)
            again = WorkflowMachine.Step(definition, again, happened).State;
        if (again != state)
            throw new InvalidOperationException($"Played again it differs:\n{state}\n{again}");
    }

    /// <summary>
    /// Every token sent through a port arrives: an activity with one way in runs once for each. A merge runs for every token that came back, and
    /// takes at most one from each of its other ways at a time, of those that are not parked. Counted from the journal alone, where nothing was
    /// cut off or repaired by hand.
    /// </summary>
    /// <returns>False where something was, so that nothing can be counted.</returns>
    private bool RequireTokens()
    {
        var journal = effects.OfType<JournalLine>().ToList();
        if (HadIncident || journal.Exists(line => line.Event == "Canceled" || line.ActivityType is "Elsa.End"))
            return false;
        var at = Read();
        var chart = at.Frames.Find(frame => frame.Node == definition.Root);
        int Gone(FlowEdge edge) => journal.Where(line => line.ActivityId == edge.Source.Id && line.Event == "Completed").Sum(line => (line.Port ?? "Done").Split(',').Count(port => port == edge.Port))
            - (chart is not null && chart.Parked.TryGet(edge.Key, out var parked) ? parked : 0);
        foreach (var node in definition.Root.Executor.Children)
        {
            var back = node.Incoming.Where(edge => edge.IsBack).Sum(Gone) + (node.Type == "Elsa.Start" ? 1 : 0);
            var forward = node.Incoming.Where(edge => !edge.IsBack).Select(Gone).ToList();
            var least = node.ReachedFrom is null ? forward.Sum() : IsJoinOfAny(node) ? Math.Min(1, forward.Sum()) : forward.Max();
            var runs = node.Type is "Test.Task" or "Elsa.Delay"
                ? effects.Count(effect => (effect as StepWanted)?.ActivityId == node.Id || (effect as TimerWanted)?.ActivityId == node.Id)
                : journal.Count(line => line.ActivityId == node.Id && line.Event is "Started" or "Resumed");
            if (runs < back + least || runs > back + forward.Sum())
                throw new InvalidOperationException($"{node.Id}: {back} tokens back, [{string.Join(", ", forward)}] forward, {runs} runs: {state}");
        }

        foreach (var frame in at.Frames)
        {
            if (frame.Parked.Count > 0 && !at.Waits.Exists(wait => wait.Owner == frame.Number) && !at.Frames.Exists(inner => inner.Parent == frame.Number))
                throw new InvalidOperationException($"Tokens are parked and nothing is open: {state}");
        }

        return true;
    }
}
