using Proposals.Handling;

namespace Proposals.Incidents;

/// <summary>A workflow stopped at one of its activities. The facts of the case stay; the workflow waits until an admin lets it try again, or skip the activity.</summary>
public sealed class WorkflowIncident
{
    public required string Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required string InstanceId { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityType { get; init; }

    /// <summary>As its author called it.</summary>
    public required string ActivityName { get; init; }

    public required string Code { get; init; }

    public required string Detail { get; init; }

    /// <summary>False where only this path stands still and others go on.</summary>
    public required bool StopsInstance { get; init; }

    /// <summary>The outcomes by which the activity can be skipped, one in a line.</summary>
    public required string Ports { get; init; }

    /// <summary>The child that could not be started, so that it can be tried again; null for incidents of the engine.</summary>
    public string? Pending { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public bool IsOpen { get; set; } = true;

    public DateTimeOffset? ClearedAt { get; set; }

    /// <summary>Null where no person cleared it.</summary>
    public Guid? ClearedById { get; set; }

    public IncidentEnd? End { get; set; }

    /// <summary>The outcome it was skipped by.</summary>
    public string? Port { get; set; }

    public string? Reason { get; set; }

    public IReadOnlyList<string> PortNames => Ports.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>How an incident was closed; all are final.</summary>
public enum IncidentEnd
{
    Retried,
    Skipped,

    /// <summary>The workflow ended around it.</summary>
    Ended,

    /// <summary>Only written down: the workflow went on.</summary>
    Noted,
}
