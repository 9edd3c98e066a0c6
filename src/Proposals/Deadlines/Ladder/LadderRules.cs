namespace Proposals.Deadlines;

/// <summary>督办梯次: on which deadlines people are told, how long before the date, and whom. Few by default, or nobody reads them any more.</summary>
public sealed record LadderRules
{
    /// <summary>Nobody is told anything before this hour of the office's day.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>进度滞后: once the date of one of these has passed, the yellow rung of the case's reply is due at once.</summary>
    public required IReadOnlyList<DeadlineKind> Behind { get; init; }

    public required IReadOnlyList<Ladder> Ladders { get; init; }

    public Ladder? Of(DeadlineKind kind) => Ladders.FirstOrDefault(ladder => ladder.Kinds.Contains(kind));
}

/// <param name="Kinds">The deadlines that it is for.</param>
/// <param name="Rungs">At most one of each level.</param>
public sealed record Ladder(IReadOnlyList<DeadlineKind> Kinds, IReadOnlyList<RungRule> Rungs)
{
    public RungRule? Of(RungLevel level) => Rungs.FirstOrDefault(rung => rung.Level == level);
}

/// <param name="Level">How urgent.</param>
/// <param name="WorkingDaysBefore">Before the date; nothing to count for red, which comes on the first working day after it.</param>
/// <param name="To">Whoever is none of these for the case is passed over; where nobody is left the office hears of it.</param>
public sealed record RungRule(RungLevel Level, int WorkingDaysBefore, IReadOnlyList<Receiver> To);

/// <summary>In the order in which they come; a later one says more than all before it.</summary>
public enum RungLevel
{
    /// <summary>列入清单: the office has it on its list; nobody is disturbed.</summary>
    Listed,

    /// <summary>蓝色提醒.</summary>
    Blue,

    /// <summary>黄色预警.</summary>
    Yellow,

    /// <summary>红色督办: a task for a leader, and a mark on the board.</summary>
    Red,
}

/// <summary>Whom a rung is for, as the case knows him.</summary>
public enum Receiver
{
    /// <summary>Who keeps the promise, where one is due; else the case's own handler.</summary>
    Handler,
    DepartmentHead,
    DeputyLeader,
    Principal,
    OfficeClerk,
    OfficeDirector,
}
