using System.Text.Json.Nodes;

namespace Proposals.Workflows.Execution;

/// <summary>What the host has to do because of an event. Data only; the step function itself does nothing.</summary>
public abstract record Effect;

/// <summary>An activity waits for a person. <see cref="WaitNumber"/> counts the waits of this activity in this instance, from 1.</summary>
public sealed record StepWanted(string WaitId, string ActivityId, string ActivityType, string Name, int WaitNumber, IReadOnlyDictionary<string, JsonNode?> Inputs) : Effect;

/// <summary>A waiting step is no longer wanted (cancelled, or cut off by Finish).</summary>
public sealed record StepWithdrawn(string WaitId, string Reason) : Effect;

/// <summary>A line of the journal, in the words of Elsa's journal: Started, Suspended, Resumed, Completed, Canceled, Faulted.</summary>
public sealed record JournalLine(string ActivityId, string ActivityType, string Event, string? Port = null) : Effect;

public sealed record InstanceFinished(string SubStatus) : Effect;

/// <summary>The instance stopped where it is; <see cref="Code"/> is stable, <see cref="Detail"/> names what and where.</summary>
public sealed record InstanceFaulted(string ActivityId, string Code, string Detail) : Effect;
