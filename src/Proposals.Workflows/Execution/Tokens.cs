using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>How tokens travel. A node with several ways in runs once for all tokens that can still come to it; a way back never waits.</summary>
/// <remarks>
/// Elsa counts visits of every connection, dead ones included. Here a join asks instead whether any open token can still reach it, which
/// gives the same runs for the recorded flowcharts, keeps the state small, and loses no token when a loop leads back over parallel branches.
/// </remarks>
internal static class Tokens
{
    public static void Send(InstanceState state, FlowGraph graph, FlowNode node, ReadOnlySpan<string> ports)
    {
        foreach (var edge in node.Outgoing)
        {
            if (!ports.Contains(edge.Port))
                continue;
            if (edge.IsBack || edge.Target.ReachedFrom is null)
                state.Queue.Add(edge.Target.Id);
            else
                Park(state, edge);
        }

        if (state.Parked.Count > 0)
            Release(state, graph);
    }

    private static void Park(InstanceState state, FlowEdge edge)
    {
        var key = $"{edge.Target.Id} {edge.Source.Id}/{edge.Port}";
        state.Parked.TryGet(key, out var tokens);
        state.Parked.Set(key, tokens + 1);
    }

    private static void Release(InstanceState state, FlowGraph graph)
    {
        var joins = new List<FlowNode>();
        foreach (var (key, _) in state.Parked)
        {
            var join = graph.Node(Target(key));
            if (!joins.Contains(join))
                joins.Add(join);
        }

        foreach (var join in joins)
        {
            if (join.ReachedFrom is not { } sources || CanStillCome(state, graph, join, sources))
                continue;
            TakeOneOfEach(state, join);
            state.Queue.Add(join.Id);
        }
    }

    private static bool CanStillCome(InstanceState state, FlowGraph graph, FlowNode join, System.Collections.BitArray sources)
    {
        foreach (var activityId in state.Queue)
        {
            if (sources[graph.Node(activityId).Index])
                return true;
        }

        foreach (var wait in state.Waits)
        {
            if (sources[graph.Node(wait.ActivityId).Index])
                return true;
        }

        foreach (var (key, _) in state.Parked)
        {
            var other = graph.Node(Target(key));
            if (other != join && sources[other.Index])
                return true;
        }

        return false;
    }

    private static void TakeOneOfEach(InstanceState state, FlowNode join)
    {
        foreach (var edge in join.Incoming)
        {
            var key = $"{join.Id} {edge.Source.Id}/{edge.Port}";
            if (!state.Parked.TryGet(key, out var tokens))
                continue;
            if (tokens > 1)
                state.Parked.Set(key, tokens - 1);
            else
                state.Parked.Remove(key);
        }
    }

    private static string Target(string key) => key[..key.IndexOf(' ', StringComparison.Ordinal)];
}
