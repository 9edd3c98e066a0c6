using System.Collections;

namespace Proposals.Workflows.Definitions;

/// <summary>A flowchart compiled for running: its activities by index, edges by port, and for every merge who may still reach it.</summary>
internal sealed class FlowGraph
{
    public FlowGraph(IReadOnlyList<ActivityNode> nodes, ActivityNode? start)
    {
        Nodes = nodes;
        Start = start;
        if (start is not null)
            ForwardEdges.Mark(nodes, start);
        foreach (var node in nodes)
        {
            if (node.Incoming.Count(edge => !edge.IsBack) > 1)
                node.ReachedFrom = Sources(node);
        }
    }

    public IReadOnlyList<ActivityNode> Nodes { get; }

    /// <summary>Null only in a flowchart without activities.</summary>
    public ActivityNode? Start { get; }

    /// <summary>Everything that a path from here leads to, itself included.</summary>
    public BitArray ReachableFrom(ActivityNode first)
    {
        var found = new BitArray(Nodes.Count);
        var open = new Stack<ActivityNode>([first]);
        while (open.TryPop(out var node))
        {
            if (found[node.Index])
                continue;
            found[node.Index] = true;
            foreach (var edge in node.Outgoing)
                open.Push(edge.Target);
        }

        return found;
    }

    private BitArray Sources(ActivityNode merge)
    {
        var found = new BitArray(Nodes.Count);
        var open = new Stack<ActivityNode>([merge]);
        while (open.TryPop(out var node))
        {
            foreach (var edge in node.Incoming)
            {
                if (edge.IsBack || found[edge.Source.Index])
                    continue;
                found[edge.Source.Index] = true;
                open.Push(edge.Source);
            }
        }

        return found;
    }
}
