using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>One run of a container: what it must remember until its children are done.</summary>
internal sealed class Frame(int number, int parent, ActivityNode node)
{
    /// <summary>Unique among the open ones.</summary>
    public int Number { get; } = number;

    /// <summary>Number of the frame around it; 0 is the workflow itself.</summary>
    public int Parent { get; } = parent;

    public ActivityNode Node { get; } = node;

    /// <summary>One round of a parallel loop: it only holds that round's variables.</summary>
    public bool IsRound { get; init; }

    /// <summary>How far a sequence or a loop has come.</summary>
    public int Index { get; set; }

    /// <summary>How many children still have to complete.</summary>
    public int Left { get; set; }

    public bool IsBreaking { get; set; }

    /// <summary>The list that a loop works through: canonical JSON.</summary>
    public string? Items { get; set; }

    /// <summary>Ports through which <c>Complete</c> asked an inner workflow to leave.</summary>
    public string? Outcomes { get; set; }

    /// <summary>Values of its variables by id, and of the inputs of an inner workflow by name behind a <c>&gt;</c>.</summary>
    public TextMap<string> Values { get; } = new();

    /// <summary>Tokens that wait at a merge, by edge.</summary>
    public TextMap<int> Parked { get; } = new();

    /// <summary>Tokens that come too late for a join that has gone on without them, by edge.</summary>
    public TextMap<int> Late { get; } = new();
}

/// <summary>An activity to be run, inside which frame.</summary>
internal readonly record struct Work(int Owner, ActivityNode Node);

internal sealed record Wait(string Id, int Owner, ActivityNode Node, int Number, string? Event);

/// <summary>A failed activity. <see cref="Frame"/> is set where a container failed between two of its children.</summary>
internal sealed record Incident(string Id, int Owner, ActivityNode Node, int Frame, IncidentPlace Place)
{
    /// <summary>What it stands for was cancelled meanwhile.</summary>
    public bool IsAbandoned { get; init; }
}

internal enum IncidentPlace
{
    /// <summary>The activity could not be run.</summary>
    Start,

    /// <summary>The container could not go on after one of its children.</summary>
    Next,

    /// <summary>The event ran for too long; what was left to do is still in the queue.</summary>
    Queue,
}

/// <summary>An answer that came while the instance stood still, kept until it goes on.</summary>
internal sealed record KeptAnswer(Wait Wait, string Port, string Outputs);
