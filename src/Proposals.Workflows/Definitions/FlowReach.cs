using System.Collections;

namespace Proposals.Workflows.Definitions;

/// <summary>Which edges go back, and what reaches what when they are left out. Iterative: a chain of 2,000 activities must not need a deep stack.</summary>
internal static class FlowReach
{
    private const byte Open = 1;
    private const byte Closed = 2;

    public static void MarkBackEdges(IReadOnlyList<FlowNode> nodes, FlowNode start)
    {
        var marks = new byte[nodes.Count];
        Visit(start, marks);
        foreach (var node in nodes)
        {
            if (marks[node.Index] == 0)
                Visit(node, marks);
        }
    }

    public static void MarkJoins(IReadOnlyList<FlowNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Incoming.Count(edge => !edge.IsBack) > 1)
                node.ReachedFrom = Sources(node, nodes.Count);
        }
    }

    public static BitArray Reachable(FlowNode start, int count)
    {
        var found = new BitArray(count);
        var open = new Stack<FlowNode>([start]);
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

    private static void Visit(FlowNode first, byte[] marks)
    {
        var path = new Stack<(FlowNode Node, int Next)>();
        path.Push((first, 0));
        marks[first.Index] = Open;
        while (path.TryPop(out var step))
        {
            if (step.Next == step.Node.Outgoing.Count)
            {
                marks[step.Node.Index] = Closed;
                continue;
            }

            path.Push((step.Node, step.Next + 1));
            var edge = step.Node.Outgoing[step.Next];
            edge.IsBack = marks[edge.Target.Index] == Open;
            if (marks[edge.Target.Index] != 0)
                continue;
            marks[edge.Target.Index] = Open;
            path.Push((edge.Target, 0));
        }
    }

    private static BitArray Sources(FlowNode join, int count)
    {
        var found = new BitArray(count);
        var open = new Stack<FlowNode>([join]);
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
