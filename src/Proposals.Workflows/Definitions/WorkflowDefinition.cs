using System.Diagnostics.CodeAnalysis;
using Proposals.Workflows.Catalogue;

namespace Proposals.Workflows.Definitions;

/// <summary>A definition that was read and found runnable, compiled once per version. Immutable and shared between threads.</summary>
public sealed class WorkflowDefinition
{
    private readonly Dictionary<string, ActivityNode> byKey = [];

    internal WorkflowDefinition(ActivityNode root, VariableSet variables)
    {
        Root = root;
        Variables = variables;
        Index(root);
    }

    public required string DefinitionId { get; init; }

    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>All activities by id, for pages that draw or list them.</summary>
    public required IReadOnlyList<DefinedActivity> Activities { get; init; }

    public required IReadOnlyList<DefinedConnection> Connections { get; init; }

    /// <summary>Ports that the workflow has where another one uses it as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    public IReadOnlyList<string> InputNames { get; init; } = [];

    public IReadOnlyList<string> OutputNames { get; init; } = [];

    internal ActivityNode Root { get; }

    internal VariableSet Variables { get; }

    internal IReadOnlyDictionary<string, string> KeysByName { get; init; } = new Dictionary<string, string>();

    /// <summary>What Elsa calls it in the journal: the first Workflow with a number that nothing inside it has.</summary>
    internal string JournalId { get; init; } = "Workflow1";

    internal bool ContinuesWithIncidents { get; init; }

    /// <summary>An activity as it was drawn, by the id that effects give it: one inside a workflow used as an activity has its user's id before its own.</summary>
    public DefinedActivity? Drawn(string activityId) => byKey.GetValueOrDefault(activityId)?.Activity;

    internal ActivityNode Node(string key) => byKey.TryGetValue(key, out var node)
        ? node
        : throw new InvalidOperationException($"The instance stands at activity '{key}', which this definition does not have. It belongs to another version.");

    internal IEnumerable<ActivityNode> AllNodes => byKey.Values;

    private void Index(ActivityNode first)
    {
        var open = new Stack<ActivityNode>([first]);
        while (open.TryPop(out var node))
        {
            byKey.Add(node.Key, node);
            foreach (var child in node.Executor.Children)
                open.Push(child);
        }
    }
}

/// <summary>One activity as drawn.</summary>
public sealed record DefinedActivity(string Id, string Type, string DisplayText, double X, double Y, ActivityDescriptor Descriptor)
{
    /// <summary>The ports this very activity has: those of its descriptor, or those that follow from its inputs (the cases of a switch).</summary>
    public IReadOnlyList<PortDescriptor> Ports { get; init; } = Descriptor.Ports;
}

public sealed record DefinedConnection(string Source, string Port, string Target);

/// <summary>Either a definition or the problems that keep it from running; warnings may stand beside a definition.</summary>
public sealed record LoadResult(WorkflowDefinition? Definition, IReadOnlyList<Problem> Problems)
{
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool Runs => Definition is not null;
}
