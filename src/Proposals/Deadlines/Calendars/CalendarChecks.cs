using Proposals.Acts;

namespace Proposals.Deadlines.Calendars;

/// <summary>What every list of the State Council has in common. A slip of the pen in one breaks it, and would move deadlines unseen.</summary>
internal static class CalendarChecks
{
    /// <summary>Days off of one name that lie closer are one holiday.</summary>
    private const int ClosestHolidays = 10;

    /// <summary>New Year's holiday may begin before its year.</summary>
    private const int FirstDayBefore = 22;

    /// <summary>Since 2008; lists name them with or without 节, and two that meet together.</summary>
    private static readonly string[] Holidays = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];

    public static void Run(CalendarDraft draft)
    {
        // What was not read would be missed again by its holiday: one slip, one complaint.
        var isWhole = draft.Problems.Count == 0;
        if (draft.Days.Count == 0 && isWhole)
        {
            draft.Problems.Add(CalendarRefusals.Empty);
            return;
        }

        var days = new Dictionary<DateOnly, ListedDay>();
        draft.Problems.AddRange(draft.Days.Select(day => Problem(day, draft.Year, days)).OfType<Refusal>());
        if (!isWhole)
            return;
        draft.Problems.AddRange(draft.Days.Where(day => day.IsOff).GroupBy(day => day.Name).SelectMany(holiday => Gaps([.. holiday.Select(day => day.Date).Order()], days)
            .Select(worked => CalendarRefusals.GapInHoliday(holiday.Key, worked))));
        draft.Problems.AddRange(Holidays.Where(holiday => !draft.Days.Exists(day => day.IsOff && day.Name.Contains(holiday[..2], StringComparison.Ordinal)))
            .Select(CalendarRefusals.HolidayMissing));
    }

    public static bool Belongs(DateOnly date, int year) => date.Year == year || (date.Year == year - 1 && IsYearsEnd(date.Month, date.Day));

    public static bool IsYearsEnd(int month, int day) => month == 12 && day >= FirstDayBefore;

    private static Refusal? Problem(ListedDay day, int? year, Dictionary<DateOnly, ListedDay> known)
    {
        if (!known.TryAdd(day.Date, day))
            return CalendarRefusals.DoubleDay(known[day.Date].Place, day.Place, day.Date);
        if (year is { } named && !Belongs(day.Date, named))
            return CalendarRefusals.NotInYear(day.Place, day.Date, named);
        return day.IsOff || IsWeekend(day.Date) ? null : CalendarRefusals.PlainWeekday(day.Place, day.Date);
    }

    private static IEnumerable<DateOnly> Gaps(DateOnly[] off, Dictionary<DateOnly, ListedDay> known) =>
        from pair in off.Zip(off.Skip(1))
        let apart = pair.Second.DayNumber - pair.First.DayNumber
        where apart is > 1 and <= ClosestHolidays
        from step in Enumerable.Range(1, apart - 1)
        let between = pair.First.AddDays(step)
        where known.TryGetValue(between, out var listed) ? !listed.IsOff : !IsWeekend(between)
        select between;

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
