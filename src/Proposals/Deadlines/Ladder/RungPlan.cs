namespace Proposals.Deadlines;

/// <summary>When the rungs of a deadline come. A projection of the line, its ladder and the calendar; it knows no clock.</summary>
/// <param name="rules">What the case is handled under.</param>
/// <param name="behindOn">The earliest date of what shows that the case is behind its plan; null where there is nothing.</param>
public sealed class RungPlan(RulesInForce rules, DateOnly? behindOn)
{
    /// <summary>A warning in the first half of a term warns of nothing, so it is left out.</summary>
    public static DateOnly? WarningDay(WorkCalendar calendar, DateOnly startOn, DateOnly dueOn, int workingDaysBefore)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return WarningDay(calendar, calendar.WorkingDaysBetween(startOn, dueOn), dueOn, workingDaysBefore);
    }

    /// <summary>Counted once for a line: each rung of it asks the same days of the calendar.</summary>
    public LineRungs Of(Deadline line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (rules.Profile.Ladder.Of(line.Kind) is not { } ladder)
            return LineRungs.None;
        var length = rules.Calendar.WorkingDaysBetween(line.StartOn, line.DueOn);
        return new LineRungs(line, [.. from rule in ladder.Rungs.OrderBy(rule => rule.Level)
                                       let day = DayOf(rule, line, length)
                                       where day is not null
                                       select new DatedRung(rule, OfficeClock.At(day.Value, rules.Profile.Ladder.From))]);
    }

    private static DateOnly? WarningDay(WorkCalendar calendar, int length, DateOnly dueOn, int workingDaysBefore) =>
        workingDaysBefore * 2 > length ? null : calendar.WorkingDaysFrom(dueOn, -workingDaysBefore);

    private DateOnly? DayOf(RungRule rule, Deadline line, int length)
    {
        if (rule.Level == RungLevel.Red)
            return rules.Calendar.WorkingDaysFrom(line.DueOn, 1);
        var on = WarningDay(rules.Calendar, length, line.DueOn, rule.WorkingDaysBefore);
        return rule.Level == RungLevel.Yellow && BehindFrom(line) is { } behind && (on is null || behind < on) ? behind : on;
    }

    /// <summary>进度滞后: the first working day on which the case lags behind its plan; of no interest once the reply itself is late.</summary>
    private DateOnly? BehindFrom(Deadline line) =>
        line.Kind == DeadlineKind.Reply && behindOn is { } on && rules.Calendar.WorkingDaysFrom(on, 1) is var from && from <= line.DueOn ? from : null;
}

/// <summary>The rungs of one line with their moments, lowest first.</summary>
public sealed class LineRungs(Deadline? line, IReadOnlyList<DatedRung> rungs)
{
    public static LineRungs None { get; } = new(null, []);

    /// <summary>Null where nothing is left to be said, or nothing is owed.</summary>
    public DateTimeOffset? NextAt => line is { IsOpen: true, PausedOn: null } ? rungs.Where(rung => IsLeft(rung.Rule.Level)).Min(rung => (DateTimeOffset?)rung.At) : null;

    /// <summary>Those that have come by this moment and were not raised yet. A lower one whose day is yet to come says nothing new once a higher one was said.</summary>
    public IReadOnlyList<RungRule> DueBy(DateTimeOffset now)
    {
        var last = Last(now);
        return [.. rungs.Select(rung => rung.Rule).Where(rule => rule.Level <= last && IsLeft(rule.Level))];
    }

    /// <summary>The date moved later: what was said of the old one and would come again counts as not said.</summary>
    /// <returns>The highest rung that was raised and had come by the end of this day for the new date as well.</returns>
    public RungLevel? StillRaised(DateOnly today) =>
        rungs.Where(rung => OfficeClock.Day(rung.At) <= today && rung.Rule.Level <= line?.Raised).Select(rung => (RungLevel?)rung.Rule.Level).Max();

    private bool IsLeft(RungLevel level) => line?.Raised is not { } raised || level > raised;

    private RungLevel? Last(DateTimeOffset now) => rungs.Where(rung => rung.At <= now).Select(rung => (RungLevel?)rung.Rule.Level).Max();
}

public sealed record DatedRung(RungRule Rule, DateTimeOffset At);
