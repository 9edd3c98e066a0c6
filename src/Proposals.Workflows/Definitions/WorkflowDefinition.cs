using System.Diagnostics.CodeAnalysis;
using Proposals.Workflows.Catalogue;

namespace Proposals.Workflows.Definitions;

/// <summary>A definition that was read and found runnable, compiled once per version. Immutable and shared between threads.</summary>
public sealed partial class WorkflowDefinition
{
    internal WorkflowDefinition(FlowGraph graph, VariableSet variables)
    {
        Graph = graph;
        Variables = variables;
    }

    public required string DefinitionId { get; init; }

    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>All activities by id, for pages that draw or list them.</summary>
    public required IReadOnlyList<DefinedActivity> Activities { get; init; }

    public required IReadOnlyList<DefinedConnection> Connections { get; init; }

    internal FlowGraph Graph { get; }

    internal VariableSet Variables { get; }
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
