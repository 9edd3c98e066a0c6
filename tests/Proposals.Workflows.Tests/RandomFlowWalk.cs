using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Tests;

/// <summary>Random answers to a random definition, and what must hold after each of them.</summary>
internal sealed class RandomFlowWalk
{
    private readonly WorkflowDefinition definition;
    private readonly Random random;
    private readonly List<WorkflowEvent> events = [];
    private readonly List<Effect> effects = [];
    private readonly List<string> answered = [];
    private DateTimeOffset now = Scene.Morning;
    private string? state;

    public RandomFlowWalk(WorkflowDefinition definition, int seed)
    {
        this.definition = definition;
        random = new Random(seed);
        Tell(new Start("i", now) { Facts = Coin() });
        for (var steps = 0; steps < 25 && Act(); steps++)
        {
        }

        RequireReplay();
        RequireTokens();
    }

    public bool HadIncident => effects.OfType<IncidentRaised>().Any();

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

    private void RequireReplay()
    {
        string? again = null;
        foreach (var happened in events)
            again = WorkflowMachine.Step(definition, again, happened).State;
        if (again != state)
            throw new InvalidOperationException($"Played again it differs:\n{state}\n{again}");
    }

    /// <summary>
    /// Every token sent through a port arrives: an activity with one way in runs once for each, one with several never more often than tokens came
    /// and, once nothing is open, at least once for them. Counted from the journal alone, where nothing was cut off or repaired by hand.
    /// </summary>
    private void RequireTokens()
    {
        var journal = effects.OfType<JournalLine>().ToList();
        if (HadIncident || journal.Exists(line => line.Event == "Canceled" || line.ActivityType is "Elsa.End"))
            return;
        var at = Read();
        foreach (var node in definition.Root.Executor.Children)
        {
            if (node.Type == "Elsa.FlowJoin")
                continue;
            var sent = node.Incoming.Sum(edge => journal.Count(line => line.ActivityId == edge.Source.Id && line.Event == "Completed" && (line.Port ?? "Done").Split(',').Contains(edge.Port)));
            var arrived = sent + (node.Type == "Elsa.Start" ? 1 : 0);
            var resumed = journal.Count(line => line.ActivityId == node.Id && line.Event is "Started" or "Resumed" && line.ActivityId == node.Id);
            var runs = node.Type is "Test.Task" or "Elsa.Delay" ? effects.Count(effect => (effect as StepWanted)?.ActivityId == node.Id || (effect as TimerWanted)?.ActivityId == node.Id) : resumed;
            var isMerge = node.Incoming.Count(edge => !edge.IsBack) > 1;
            if (isMerge ? runs > arrived || (arrived > 0 && runs == 0 && at.Status == InstanceStatus.Finished) : runs != arrived)
                throw new InvalidOperationException($"{node.Id}: {arrived} tokens, {runs} runs: {state}");
        }

        foreach (var frame in at.Frames)
        {
            if (frame.Parked.Count > 0 && !at.Waits.Exists(wait => wait.Owner == frame.Number) && !at.Frames.Exists(inner => inner.Parent == frame.Number))
                throw new InvalidOperationException($"Tokens are parked and nothing is open: {state}");
        }
    }
}
