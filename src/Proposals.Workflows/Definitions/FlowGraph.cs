using System.Collections;
using Proposals.Workflows.Activities;

namespace Proposals.Workflows.Definitions;

/// <summary>The flowchart compiled for running: nodes by index, edges by port, and for every join who may still reach it.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, FlowNode> byId;

    public FlowGraph(string rootId, IReadOnlyList<FlowNode> nodes, FlowNode start)
    {
        RootId = rootId;
        Nodes = nodes;
        Start = start;
        byId = nodes.ToDictionary(node => node.Id);
        FlowReach.MarkBackEdges(nodes, start);
        FlowReach.MarkJoins(nodes);
    }

    public string RootId { get; }

    public IReadOnlyList<FlowNode> Nodes { get; }

    public FlowNode Start { get; }

    public FlowNode Node(string id) => byId.TryGetValue(id, out var node)
        ? node
        : throw new InvalidOperationException($"The instance stands at activity '{id}', which this definition does not have. It belongs to another version.");
}

internal sealed class FlowNode(int index, DefinedActivity activity, ActivityExecutor executor)
{
    public int Index { get; } = index;

    public string Id { get; } = activity.Id;

    public DefinedActivity Activity { get; } = activity;

    public ActivityExecutor Executor { get; } = executor;

    public List<FlowEdge> Outgoing { get; } = [];

    public List<FlowEdge> Incoming { get; } = [];

    /// <summary>For joins only: the nodes from which this one is reached without going back. While a token stands on one of them, the join waits.</summary>
    public BitArray? ReachedFrom { get; set; }

    public bool HasPort(string port)
    {
        foreach (var candidate in Activity.Ports)
        {
            if (candidate.Name == port)
                return true;
        }

        return false;
    }
}

internal sealed class FlowEdge(FlowNode source, string port, FlowNode target)
{
    public FlowNode Source { get; } = source;

    public string Port { get; } = port;

    public FlowNode Target { get; } = target;

    /// <summary>Closes a loop. Tokens on it never wait for others.</summary>
    public bool IsBack { get; set; }
}
