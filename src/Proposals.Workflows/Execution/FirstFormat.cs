using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>What format 1 said in another way: it knew one flowchart, whose tokens, variables and waits lay in the instance itself.</summary>
internal sealed class FirstFormat
{
    public const int Number = 1;

    public TextMap<int> Parked { get; } = new();

    public List<string> Queue { get; } = [];

    public void Lift(InstanceState state, WorkflowDefinition definition)
    {
        var chart = new Frame(1, 0, definition.Root);
        foreach (var variable in definition.Root.Variables?.All ?? [])
        {
            chart.Values.Set(variable.Id, state.Variables.TryGet(variable.Id, out var json) ? json ?? "null" : variable.InitialJson);
            state.Variables.Remove(variable.Id);
        }

        foreach (var (edge, tokens) in Parked)
            chart.Parked.Set(edge, tokens);
        foreach (var activityId in Queue)
            state.Queue.Add(new Work(chart.Number, definition.Node(activityId)));
        // It kept what had failed at the head of its queue, and knew no incidents.
        if (state.Status == InstanceStatus.Faulted && state.Queue.Count > 0)
        {
            state.Incidents.Add(new Incident($"{state.InstanceId}.{++state.Counter}", chart.Number, state.Queue[0].Node, 0, IncidentPlace.Start));
            state.Queue.RemoveAt(0);
        }

        for (var i = 0; i < state.Waits.Count; i++)
            state.Waits[i] = state.Waits[i] with { Owner = chart.Number };
        state.Opened = chart.Number;
        if (state.Status is InstanceStatus.Running or InstanceStatus.Faulted)
            state.Frames.Add(chart);
    }
}
