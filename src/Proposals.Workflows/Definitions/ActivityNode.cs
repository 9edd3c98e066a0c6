using System.Collections;
using Proposals.Workflows.Activities;
using Proposals.Workflows.Proof;

namespace Proposals.Workflows.Definitions;

/// <summary>One activity of the compiled tree. Containers hold their children; a flowchart also holds the graph between them.</summary>
internal sealed class ActivityNode(string key, int index, DefinedActivity activity, ActivityExecutor executor)
{
    public const int LongestKey = 160;

    /// <summary>Unique in the whole definition, workflows inside it included: the id, behind the key of the inner workflow's activity.</summary>
    public string Key { get; } = key;

    /// <summary>Position among its siblings.</summary>
    public int Index { get; } = index;

    /// <summary>The id as it stands in the file and in the journal.</summary>
    public string Id { get; } = activity.Id;

    public string Type { get; } = activity.Type;

    public DefinedActivity Activity { get; } = activity;

    public ActivityExecutor Executor { get; } = executor;

    public ActivityNode? Parent { get; set; }

    /// <summary>Where its outputs are kept besides under its own name.</summary>
    public IReadOnlyList<OutputBinding> Bindings { get; init; } = [];

    /// <summary>Variables that live as long as one run of this container.</summary>
    public VariableSet? Variables { get; init; }

    /// <summary>For proofs only.</summary>
    public WrittenInputs? Written { get; init; }

    public List<FlowEdge> Outgoing { get; } = [];

    public List<FlowEdge> Incoming { get; } = [];

    /// <summary>For merges only: the siblings from which this one is reached without going back. While a token stands on one of them, the merge waits.</summary>
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

internal sealed class FlowEdge(ActivityNode source, string port, ActivityNode target)
{
    public ActivityNode Source { get; } = source;

    public string Port { get; } = port;

    public ActivityNode Target { get; } = target;

    /// <summary>Closes a loop. Tokens on it never wait for others.</summary>
    public bool IsBack { get; set; }

    /// <summary>Under which a flowchart's run counts tokens of this edge.</summary>
    public string Key { get; } = $"{target.Id} {source.Id}/{port}";
}

/// <summary>An output of an activity that goes into a variable or, in older files, into an output of the workflow.</summary>
internal sealed record OutputBinding(string Output, DefinedVariable? Variable, string? WorkflowOutput);
