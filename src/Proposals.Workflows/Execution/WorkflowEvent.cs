using System.Text.Json.Nodes;
using Proposals.Workflows.Proof;

namespace Proposals.Workflows.Execution;

/// <summary>What happens to an instance from outside. Time comes with it; the facts it carries are all that deciders and scripts may know of the case.</summary>
public abstract record WorkflowEvent(DateTimeOffset Now)
{
    /// <summary>Facts of the case at this moment, by name; readable in scripts as <c>getFact('name')</c> and by deciders.</summary>
    public JsonObject Facts { get; init; } = [];

    /// <summary>Set only where a definition is proved, not run.</summary>
    internal ProofTape? Tape { get; init; }
}

/// <summary>The first event of an instance.</summary>
public sealed record Start(string InstanceId, DateTimeOffset Now) : WorkflowEvent(Now)
{
    /// <summary>The activity whose event started the instance; null where somebody started it outright.</summary>
    public string? TriggerActivityId { get; init; }

    public JsonNode? TriggerPayload { get; init; }

    public JsonObject Inputs { get; init; } = [];

    public string? CorrelationId { get; init; }
}

/// <summary>A person's act answers a waiting step. An answer to a step that is not waiting changes nothing.</summary>
public sealed record Answer(string WaitId, string Port, DateTimeOffset Now) : WorkflowEvent(Now)
{
    /// <summary>Outputs of the activity, readable as <c>getOutputFrom('activityId','name')</c>.</summary>
    public JsonObject Outputs { get; init; } = [];
}

/// <summary>Ends the instance from outside: withdrawn, returned, reassigned.</summary>
public sealed record Cancel(string Reason, DateTimeOffset Now) : WorkflowEvent(Now);

/// <summary>Runs a failed activity again. Changes nothing where that incident is not open.</summary>
public sealed record Retry(string IncidentId, DateTimeOffset Now) : WorkflowEvent(Now);

/// <summary>Goes on behind a failed activity as if it had completed through this port.</summary>
public sealed record Skip(string IncidentId, string Port, DateTimeOffset Now) : WorkflowEvent(Now)
{
    /// <summary>By which an activity is skipped that has no ports.</summary>
    public const string NoPort = "Done";
}

/// <summary>The moment of a <see cref="TimerWanted"/> has come. A second one changes nothing.</summary>
public sealed record TimerElapsed(string WaitId, DateTimeOffset Now) : WorkflowEvent(Now);

/// <summary>Resumes every activity that waits for an event of this name.</summary>
public sealed record EventHappened(string EventName, JsonNode? Payload, DateTimeOffset Now) : WorkflowEvent(Now)
{
    /// <summary>Where it is set, an instance of another number, or of none, does not hear of it.</summary>
    public string? CorrelationId { get; init; }
}

/// <summary>An instance that a <see cref="ChildWanted"/> asked for has ended.</summary>
public sealed record ChildEnded(string WaitId, string SubStatus, JsonObject Outputs, DateTimeOffset Now) : WorkflowEvent(Now);
