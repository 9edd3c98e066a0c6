using Proposals.Handling;

namespace Proposals.Timers;

/// <summary>A workflow waits for a moment. The row is written in the transaction of the act that led there, so no restart forgets it.</summary>
public sealed class WorkflowTimer
{
    public required string WaitId { get; init; }

    public required CaseId CaseId { get; init; }

    public required string InstanceId { get; init; }

    public required string ActivityId { get; init; }

    public required DateTimeOffset WantedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public WaitState State { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A workflow's wait that is not a person's step. First is <see cref="Waiting"/>, the others are final.</summary>
public enum WaitState
{
    Waiting,

    /// <summary>The timer fired, the task was answered.</summary>
    Over,
    Withdrawn,
}
