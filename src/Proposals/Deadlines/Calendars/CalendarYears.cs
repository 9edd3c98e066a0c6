using Proposals.Acts;

namespace Proposals.Deadlines.Calendars;

/// <summary>The years of the calendar in force follow one another without a hole.</summary>
public static class CalendarYears
{
    /// <returns>Null where the year may be added, or takes the place of the same year.</returns>
    public static Refusal? Check(IReadOnlyCollection<int> known, int added)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (!OfficeYears.Hold(added))
            return CalendarRefusals.BadYear(added);
        if (known.Count == 0)
            return null;
        if (added > known.Max() + 1)
            return CalendarRefusals.YearBetween(added, known.Max() + 1);
        return added < known.Min() - 1 ? CalendarRefusals.YearBetween(added, known.Min() - 1) : null;
    }
}
