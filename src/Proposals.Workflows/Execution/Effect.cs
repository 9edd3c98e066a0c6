using System.Text.Json.Nodes;

namespace Proposals.Workflows.Execution;

/// <summary>What the host has to do because of an event. Data only; the step function itself does nothing.</summary>
public abstract record Effect;

/// <summary>An activity waits for a person. <see cref="WaitNumber"/> counts the waits of this activity in this instance, from 1.</summary>
public sealed record StepWanted(string WaitId, string ActivityId, string ActivityType, string Name, int WaitNumber, IReadOnlyDictionary<string, JsonNode?> Inputs) : Effect;

/// <summary>A wait of any kind is no longer wanted: cancelled, cut off by Finish, or beaten by another branch.</summary>
public sealed record WaitWithdrawn(string WaitId, WaitKind Kind, string Reason) : Effect;

/// <summary>What a wait waits for.</summary>
public enum WaitKind
{
    Person,
    Timer,
    Task,
    Event,
    Child,
}

/// <summary>An activity waits for a moment; the host sends <see cref="TimerElapsed"/> once it has come.</summary>
public sealed record TimerWanted(string WaitId, string ActivityId, string ActivityType, DateTimeOffset DueAt) : Effect;

/// <summary>Elsa's RunTask: something outside is asked, and answers with <see cref="Answer"/> and an output <c>Result</c>.</summary>
public sealed record TaskWanted(string WaitId, string ActivityId, string TaskName, JsonNode? Payload) : Effect;

/// <summary>An activity waits for <see cref="EventHappened"/> of this name.</summary>
public sealed record EventWanted(string WaitId, string ActivityId, string EventName) : Effect;

public sealed record EventPublished(string EventName, string? CorrelationId, JsonNode? Payload) : Effect;

/// <summary>Another definition is to run as an instance of its own. Where <see cref="WaitId"/> is set, its end is told by <see cref="ChildEnded"/>.</summary>
public sealed record ChildWanted(string? WaitId, string ActivityId, string ChildInstanceId, string DefinitionId, string? CorrelationId, JsonObject Inputs) : Effect;

/// <summary>A line of the journal, in the words of Elsa's journal: Started, Suspended, Resumed, Completed, Canceled, Faulted.</summary>
public sealed record JournalLine(string ActivityId, string ActivityType, string Event, string? Port = null) : Effect
{
    /// <summary>Elsa writes this line a second time; it tells nothing new.</summary>
    public bool IsRepeated { get; init; }
}

public sealed record InstanceFinished(string SubStatus) : Effect
{
    /// <summary>Outputs of the workflow by name.</summary>
    public JsonObject Outputs { get; init; } = [];
}

/// <summary>An activity failed. <see cref="Code"/> is stable, <see cref="Detail"/> names what and where.</summary>
/// <param name="StopsInstance">The whole instance stands still until somebody clears it; otherwise only this path does.</param>
public sealed record IncidentRaised(string IncidentId, string ActivityId, string ActivityType, string Code, string Detail, bool StopsInstance) : Effect;

/// <summary>Retried or skipped, or the instance ended around it.</summary>
public sealed record IncidentCleared(string IncidentId) : Effect;
