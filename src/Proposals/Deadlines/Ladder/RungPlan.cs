namespace Proposals.Deadlines;

/// <summary>When the rungs of a deadline come. A projection of the line, its ladder and the calendar; it knows no clock.</summary>
/// <param name="rules">What the case is handled under.</param>
/// <param name="behindOn">The earliest date of what shows that the case is behind its plan; null where there is nothing.</param>
public sealed class RungPlan(RulesInForce rules, DateOnly? behindOn)
{
    /// <summary>Null where nothing is left to be said, or nothing is owed.</summary>
    public DateTimeOffset? NextAt(Deadline line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!line.IsOpen || line.PausedOn is not null)
            return null;
        return DaysOf(line).Where(rung => line.Raised is not { } raised || rung.Rule.Level > raised).Min(rung => (DateOnly?)rung.On) is { } next
            ? OfficeClock.At(next, rules.Profile.Ladder.From)
            : null;
    }

    /// <summary>The rungs that have come by this day and were not raised yet, lowest first.</summary>
    public IReadOnlyList<RungRule> DueBy(Deadline line, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(line);
        var last = DaysOf(line).Where(rung => OfficeClock.At(rung.On, rules.Profile.Ladder.From) <= now).Select(rung => (RungLevel?)rung.Rule.Level).Max();

        // A lower one whose day is yet to come says nothing new once a higher one was said.
        return last is null ? [] : [.. DaysOf(line).Select(rung => rung.Rule).Where(rule => rule.Level <= last && (line.Raised is not { } raised || rule.Level > raised)).OrderBy(rule => rule.Level)];
    }

    /// <summary>The date moved later: what was said of the old one and would come again counts as not said.</summary>
    /// <returns>The highest rung that had come by this day for the new date as well.</returns>
    public RungLevel? StillRaised(Deadline line, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(line);
        return DaysOf(line).Where(rung => rung.On <= today && rung.Rule.Level <= line.Raised).Select(rung => (RungLevel?)rung.Rule.Level).Max();
    }

    /// <summary>A warning in the first half of a term warns of nothing, so it is left out.</summary>
    public static DateOnly? WarningDay(WorkCalendar calendar, DateOnly startOn, DateOnly dueOn, int workingDaysBefore)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return workingDaysBefore * 2 > calendar.WorkingDaysBetween(startOn, dueOn) ? null : calendar.WorkingDaysFrom(dueOn, -workingDaysBefore);
    }

    private IEnumerable<(RungRule Rule, DateOnly On)> DaysOf(Deadline line)
    {
        foreach (var rule in rules.Profile.Ladder.Of(line.Kind)?.Rungs ?? [])
        {
            if (DayOf(rule, line) is { } day)
                yield return (rule, day);
        }
    }

    private DateOnly? DayOf(RungRule rule, Deadline line)
    {
        if (rule.Level == RungLevel.Red)
            return rules.Calendar.WorkingDaysFrom(line.DueOn, 1);
        var on = WarningDay(rules.Calendar, line.StartOn, line.DueOn, rule.WorkingDaysBefore);
        return rule.Level == RungLevel.Yellow && BehindFrom(line) is { } behind && (on is null || behind < on) ? behind : on;
    }

    /// <summary>进度滞后: the first working day on which the case lags behind its plan; of no interest once the reply itself is late.</summary>
    private DateOnly? BehindFrom(Deadline line) =>
        line.Kind == DeadlineKind.Reply && behindOn is { } on && rules.Calendar.WorkingDaysFrom(on, 1) is var from && from <= line.DueOn ? from : null;
}
