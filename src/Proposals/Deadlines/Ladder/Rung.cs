using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>One rung of one deadline's ladder, claimed before it is raised: whoever has written the row raises it, and nobody else can write it a second time.</summary>
public sealed class Rung
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required DeadlineId DeadlineId { get; init; }

    /// <summary>Counts up when the date moves so far that the ladder begins anew.</summary>
    public required int Arming { get; init; }

    public required RungLevel Level { get; init; }

    /// <summary>The date that it was claimed for.</summary>
    public required DateOnly DueOn { get; init; }

    public required RungState State { get; set; }

    public required DateTimeOffset ClaimedAt { get; init; }

    public DateTimeOffset? SettledAt { get; set; }
}

/// <summary>First is <see cref="Claimed"/>, the others are final.</summary>
public enum RungState
{
    /// <summary>Only where another process raises it: it was handed over and is not answered yet.</summary>
    Claimed,
    Raised,

    /// <summary>When it was looked at, a higher one was due as well.</summary>
    Skipped,

    /// <summary>Claimed, but met, dropped, paused or moved before it was raised.</summary>
    Void,
}
