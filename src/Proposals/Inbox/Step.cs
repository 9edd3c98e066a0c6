using Proposals.Handling;

namespace Proposals.Inbox;

/// <summary>One waiting of one activity. It has one or more work items; with completion rule "one" the first answer ends it.</summary>
public sealed class Step
{
    public required StepId Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>The engine's name for this waiting.</summary>
    public required string WaitId { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityType { get; init; }

    public required string Name { get; init; }

    public required string Instructions { get; init; }

    public required int WaitNumber { get; init; }

    public required int Round { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>As the definition wrote it; null where it gives none.</summary>
    public string? Term { get; init; }

    /// <summary>环节期限 as the ledger of deadlines has it; lists sort by it.</summary>
    public DateOnly? DueOn { get; set; }

    public StepState State { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The port it was left by.</summary>
    public string? Port { get; set; }

    /// <summary>系统跳过: the same person would have been asked twice in a row.</summary>
    public bool WasSkipped { get; set; }

    public List<WorkItem> WorkItems { get; } = [];
}

/// <summary>First is <see cref="Waiting"/>, the others are final.</summary>
public enum StepState
{
    Waiting,
    Answered,
    Withdrawn,
}

/// <summary>One person's or one desk's part in a step; what an inbox shows.</summary>
public sealed class WorkItem
{
    public required Guid Id { get; init; }

    public required StepId StepId { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>The person it is for; null where whoever sits at the desk may take it.</summary>
    public Guid? OwnerId { get; internal set; }

    /// <summary>The desk it is for, where no single person is.</summary>
    public People.Duty OwnerDesk { get; internal set; }

    /// <summary>Lets a department's colleagues see it (我科室的).</summary>
    public People.DepartmentId? DepartmentId { get; init; }

    public WorkItemState State { get; set; }

    /// <summary>Whose decision answered it.</summary>
    public Guid? AnsweredById { get; set; }

    /// <summary>Who entered the answer for him.</summary>
    public Guid? RecordedById { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}

/// <summary>First is <see cref="Offered"/>; answered and withdrawn are final.</summary>
public enum WorkItemState
{
    Offered,
    Answered,
    Withdrawn,

    /// <summary>Waits until what stands beside the ordinary steps is decided; in no inbox meanwhile.</summary>
    Held,
}
