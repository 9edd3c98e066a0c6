namespace Proposals.Workflows.Catalogue;

/// <summary>What an activity of the palette is: read by engine, designer, gate and forms alike.</summary>
/// <remarks>The product's slices add their own; the engine brings those it runs by itself.</remarks>
public sealed record ActivityDescriptor(string Type, ActivityKind Kind, BilingualText Name)
{
    public string Category { get; init; } = "Proposals";

    public BilingualText? Description { get; init; }

    /// <summary>Name of a Bootstrap icon, without its prefix.</summary>
    public string Icon { get; init; } = "circle";

    /// <summary>Outcome ports in the order they are offered. Empty where ports follow from the activity's own inputs.</summary>
    public IReadOnlyList<PortDescriptor> Ports { get; init; } = [];

    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>What it leaves behind, for variables and scripts to pick up.</summary>
    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>Properties that hold one activity each (the body of a loop, the branches of an If).</summary>
    public IReadOnlyList<PortDescriptor> Slots { get; init; } = [];

    /// <summary>Holds a list of activities in <c>activities</c>.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Ends the container it stands in.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>For <see cref="ActivityKind.Decider"/> only: names the port from the facts of the event and the evaluated inputs.</summary>
    public Func<FactReader, string>? Decide { get; init; }
}

public enum ActivityKind
{
    /// <summary>The engine runs it and goes on at once (Start, FlowDecision, SetVariable …).</summary>
    Flow,

    /// <summary>Waits for a person's act; the answer names the port.</summary>
    HumanStep,

    /// <summary>Chooses a port from facts, without waiting. Not a script: the gate understands what it proves.</summary>
    Decider,
}

public sealed record BilingualText(string Chinese, string English);

/// <summary>An outcome of an activity.</summary>
/// <param name="Name">As connections name it (<c>source.port</c>).</param>
/// <param name="Text">What people read.</param>
/// <param name="Act">The product's act that this outcome means; null where no act of a person chooses it.</param>
public sealed record PortDescriptor(string Name, BilingualText Text, string? Act = null);

/// <summary>An input that the designer edits.</summary>
/// <param name="Name">camelCase, as in the definition's JSON.</param>
/// <param name="TypeName">Elsa's alias: String, Int32, Boolean, Object …</param>
public sealed record InputDescriptor(string Name, string TypeName, BilingualText Text)
{
    public string? DefaultValue { get; init; }

    /// <summary>Values to pick from; empty for free input.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public bool Required { get; init; }
}

/// <param name="Name">camelCase, as in the definition's JSON.</param>
/// <param name="TypeName">Elsa's alias.</param>
public sealed record OutputDescriptor(string Name, string TypeName, BilingualText Text);

public sealed record Choice(string Value, BilingualText Text);
