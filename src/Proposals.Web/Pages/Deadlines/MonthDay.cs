using Proposals.Deadlines;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>One day of the calendar page; Owed is null where nothing is due.</summary>
/// <param name="Exception">Why it is not what its weekday says: the holiday it belongs to.</param>
public sealed record MonthDay(DateOnly On, bool IsInMonth, bool IsWorked, CalendarDay? Exception, DeadlineDay? Owed)
{
    /// <summary>Monday first, as an office's calendar hangs on its wall. Whole weeks, so days of the neighbouring months stand at both ends.</summary>
    public static (DateOnly First, DateOnly Last) Weeks(DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return (month.AddDays(-Weekday(month)), last.AddDays(6 - Weekday(last)));
    }

    public static IReadOnlyList<MonthDay> Of(DateOnly month, WorkCalendar calendar, IReadOnlyDictionary<DateOnly, DeadlineDay> owed)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(owed);
        var (first, last) = Weeks(month);
        var exceptions = calendar.ExceptionsBetween(first.AddDays(-1), last).ToDictionary(day => day.Date);
        return
        [
            .. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
                .Select(day => new MonthDay(day, day.Month == month.Month, calendar.IsWorkingDay(day), exceptions.GetValueOrDefault(day), owed.GetValueOrDefault(day))),
        ];
    }

    /// <summary>0 is Monday.</summary>
    public static int Weekday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
}
