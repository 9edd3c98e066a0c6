namespace Proposals.Deadlines;

/// <summary>All that a due date follows from, as the facts say it.</summary>
/// <param name="StartOn">The day of the event; it is not counted itself.</param>
public sealed record DueReasons(DateOnly StartOn)
{
    /// <summary>Null for a date that somebody named.</summary>
    public Term? Term { get; init; }

    /// <summary>The date of the other deadline that the term is counted back from.</summary>
    public DateOnly? BackFrom { get; init; }

    /// <summary>The named date, where there is no term.</summary>
    public DateOnly? NamedOn { get; init; }

    /// <summary>Whether a term of months that would end on a day off ends on the next working day.</summary>
    public bool RollsMonths { get; init; }

    /// <summary>When the clock stood still, in order and apart from each other.</summary>
    public IReadOnlyList<Standstill> Standstills { get; init; } = [];

    /// <summary>延期: dates granted instead, in the order in which they took effect.</summary>
    public IReadOnlyList<GrantedDate> Granted { get; init; } = [];

    /// <summary>What no pause may carry the date beyond.</summary>
    public DateOnly? NoLaterThan { get; init; }
}

/// <summary>The days after <paramref name="From"/> up to and with <paramref name="Until"/> are not counted; without an end the clock stands still.</summary>
public sealed record Standstill(DateOnly From, DateOnly? Until, Guid? Source = null);

/// <summary>From the day it took effect the date is another one.</summary>
public sealed record GrantedDate(DateOnly EffectiveOn, DateOnly Until, Guid? Source = null);
