using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>Why clocks are not stopped and dates are not extended.</summary>
public static class DeadlineRefusals
{
    public static Refusal NotPaused { get; } = new("clock.not-paused");

    public static Refusal NoPauseInRules { get; } = new("clock.no-pause-in-rules");

    /// <summary>Nothing that a pause could stop is owed.</summary>
    public static Refusal NothingToPause { get; } = new("clock.nothing-to-pause");

    public static Refusal NothingPending { get; } = new("extension.nothing-pending");

    public static Refusal PausedSince(DateOnly since) => new("clock.paused", since);

    /// <summary>What is over cannot be stopped any more.</summary>
    public static Refusal OverBeforePause(DateOnly due) => new("clock.over", due);

    /// <summary>It may have been done in time, but only a paper says so.</summary>
    public static Refusal OverWithoutPaper(DateOnly due) => new("clock.over-without-paper", due);

    /// <summary>The rules let none of the case's terms be extended.</summary>
    public static Refusal NotExtendable { get; } = new("extension.not-possible");

    public static Refusal StillPending(DateOnly requestedOn) => new("extension.pending", requestedOn);

    public static Refusal AskedTooLate(DateOnly due) => new("extension.too-late", due);

    public static Refusal NotLonger(DateOnly until, DateOnly due) => new("extension.not-longer", until, due);

    public static Refusal BeyondLimit(DateOnly until, DateOnly limit) => new("extension.beyond-limit", until, limit);
}
