using Proposals.Handling;
using Proposals.Intake;

namespace Proposals.Operations;

/// <summary>Something that should not be. An admin reads it, so it names the case and never says what the case is about.</summary>
/// <param name="Case">Null where no case is meant, or where there is none.</param>
/// <param name="Arguments">Codes, names of steps and moments; a page makes the sentence.</param>
public sealed record Finding(FindingKind Kind, FoundCase? Case, params IReadOnlyList<string> Arguments);

public sealed record FoundCase(CaseId Id, ItemKind Kind, string Number);

public enum FindingKind
{
    /// <summary>The case is open and its workflow runs, but nobody and nothing is waited for.</summary>
    NobodyAsked,

    /// <summary>The case is open, and no workflow of it runs any more.</summary>
    WorkflowOver,

    /// <summary>The case ended, and a workflow of it still runs.</summary>
    WorkflowLeft,

    /// <summary>A step waits whose case is not there.</summary>
    StepWithoutCase,

    /// <summary>A step waits though its case ended.</summary>
    StepLeft,

    /// <summary>A step waits that lies in nobody's inbox.</summary>
    StepUnseen,

    /// <summary>An inbox shows a part of a step that is over.</summary>
    StepOver,

    /// <summary>A step waits for what the facts of this round have already.</summary>
    StepAnswered,

    /// <summary>The stored state is not what follows from the facts.</summary>
    StateDiffers,

    /// <summary>The dates and lights of the case do not follow from its deadlines.</summary>
    DatesDiffer,

    /// <summary>Messages wait in the outbox that should have gone long ago.</summary>
    OutboxStuck,

    /// <summary>A timer's moment has passed and it did not fire.</summary>
    TimerLapsed,
}

/// <summary>All findings of one kind: how many, and the first of them.</summary>
/// <param name="Count">Exact up to the limit of counters.</param>
public sealed record FoundKind(FindingKind Kind, int Count, IReadOnlyList<Finding> First);

/// <param name="At">The moment that was looked at.</param>
/// <param name="OpenCases">How many were looked through one by one.</param>
public sealed record WatchReport(DateTimeOffset At, TimeSpan Took, int OpenCases, IReadOnlyList<FoundKind> Found)
{
    public int Count => Found.Sum(kind => kind.Count);

    public bool IsWell => Found.Count == 0;
}
