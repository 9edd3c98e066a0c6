namespace Proposals.Deadlines;

/// <summary>Which days are worked, with holidays and the days worked in their stead (调休). Beyond <see cref="CoveredUntil"/> it only knows weekends, so dates there are provisional.</summary>
public sealed class WorkCalendar(IReadOnlyDictionary<DateOnly, CalendarDay> exceptions, DateOnly coveredUntil)
{
    /// <summary>A sum over more days than this is a mistake, not a deadline.</summary>
    private const int FarthestWorkingDay = 5000;

    public DateOnly CoveredUntil => coveredUntil;

    public bool IsWorkingDay(DateOnly day) => exceptions.TryGetValue(day, out var known)
        ? !known.IsOff
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Days after the first up to and with the last that are not what their weekday says, in order.</summary>
    public IReadOnlyList<CalendarDay> ExceptionsBetween(DateOnly after, DateOnly last) =>
        [.. exceptions.Values.Where(day => day.Date > after && day.Date <= last).OrderBy(day => day.Date)];

    /// <summary>The n-th working day after the day (before it, for a negative n). Zero is the day itself.</summary>
    public DateOnly WorkingDaysFrom(DateOnly day, int n)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, FarthestWorkingDay);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, -FarthestWorkingDay);
        var step = Math.Sign(n);
        for (var left = Math.Abs(n); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and with <paramref name="to"/>; negative when it lies behind.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The last day of a term. The starting day itself is not counted; a month's end is clamped (30 November + 3 months = 28 February).</summary>
    public DateOnly Due(DateOnly start, Term term, bool rollMonths) => term.Unit switch
    {
        TermUnit.WorkingDays => WorkingDaysFrom(start, term.Amount),
        TermUnit.CalendarDays => start.AddDays(term.Amount),
        TermUnit.Months => rollMonths ? OnOrAfter(start.AddMonths(term.Amount)) : start.AddMonths(term.Amount),
        _ => NextDayOfYear(start, term),
    };

    private static DateOnly NextDayOfYear(DateOnly start, Term term)
    {
        var thisYear = OnDay(start.Year, term);
        return thisYear > start ? thisYear : OnDay(start.Year + 1, term);
    }

    private static DateOnly OnDay(int year, Term term) =>
        new(year, term.Amount, Math.Min(term.Day, DateTime.DaysInMonth(year, term.Amount)));

    private DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : WorkingDaysFrom(day, 1);
}

/// <summary>A day that is not what its weekday says.</summary>
public sealed record CalendarDay(DateOnly Date, string Name, bool IsOff);
