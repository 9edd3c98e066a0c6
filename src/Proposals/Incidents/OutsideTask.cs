using Proposals.Handling;
using Proposals.Timers;

namespace Proposals.Incidents;

/// <summary>等待外部系统: a workflow asks another system for something. Nothing answers by itself here; an admin may, with a reason.</summary>
public sealed class OutsideTask
{
    public required string WaitId { get; init; }

    public required CaseId CaseId { get; init; }

    public required string InstanceId { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityName { get; init; }

    public required string TaskName { get; init; }

    /// <summary>What the task is given, as JSON.</summary>
    public string? Payload { get; init; }

    public required DateTimeOffset WantedAt { get; init; }

    public WaitState State { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
