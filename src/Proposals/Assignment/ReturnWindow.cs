using Proposals.Deadlines;

namespace Proposals.Assignment;

/// <summary>退办期限: how long after the assignment a return may still be asked for. What is asked for later is not adjusted any more.</summary>
public static class ReturnWindow
{
    public static DateOnly LastDay(DateOnly assignedOn, RuleProfile profile, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.Due(assignedOn, profile.TermOf(DeadlineKind.ReturnWindow), profile.RollMonthTermsOverHolidays);
    }
}
