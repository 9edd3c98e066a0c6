using Proposals.Workflows.Activities;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Proof;

/// <summary>Ways along the lines of a drawing, whatever would be decided on them.</summary>
internal static class DrawnWays
{
    public static IEnumerable<FlowGraph> Graphs(this FlowProof proof) => proof.Definition.AllNodes.Select(node => node.Executor).OfType<Flowchart>().Select(chart => chart.Graph);

    /// <summary>The shortest way from the start of its chart to an activity; empty where there is none.</summary>
    public static IReadOnlyList<PathStep> WayTo(this FlowGraph graph, ActivityNode goal)
    {
        var through = new Dictionary<ActivityNode, FlowEdge>();
        var open = new Queue<ActivityNode>(graph.Start is { } start ? [start] : []);
        while (open.TryDequeue(out var node) && node != goal)
        {
            foreach (var edge in node.Outgoing.Where(edge => edge.Target != graph.Start && through.TryAdd(edge.Target, edge)))
                open.Enqueue(edge.Target);
        }

        var way = new List<FlowEdge>();
        for (var at = goal; through.TryGetValue(at, out var edge); at = edge.Source)
            way.Add(edge);
        way.Reverse();
        return [.. way.Select(edge => new PathStep(FlowProof.OnCanvas(edge.Source), edge.Port))];
    }
}
