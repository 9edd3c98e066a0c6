using System.Globalization;
using Proposals.Deadlines;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- due START TERM</c>: when a term ends and what it was counted by, so that a date can be checked without a case.</summary>
internal static class DueCommand
{
    public static bool Asked(string[] args) => args is ["due", ..];

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <returns>0 with the date alone on the last line, 2 where the command line is wrong.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var (options, wrong) = DueOptions.Read(args, RuleBook.Shipped.Calendars);
        if (options is null)
        {
            await errors.WriteLineAsync(wrong);
            return 2;
        }

        foreach (var line in Lines(options))
            await output.WriteLineAsync(line);
        return 0;
    }

    private static IEnumerable<string> Lines(DueOptions options)
    {
        var (start, term, calendar) = options;
        var due = DueSum.Of(calendar.Days, new DueReasons(start) { Term = term }).DueOn;
        yield return $"{Named(start)}: the start, not counted itself";
        yield return term.Unit switch
        {
            TermUnit.WorkingDays => $"{term}: {Many(term.Amount, "working day")} after it by the calendar {calendar.Name}, Saturdays and Sundays not counted",
            TermUnit.CalendarDays => $"{term}: {Many(term.Amount, "calendar day")} after it",
            TermUnit.Months => $"{term}: {Many(term.Amount, "month")} after it, on the same day of the month",
            _ => $"{term}: the next time that this day of the year comes",
        };
        foreach (var line in term.Unit == TermUnit.WorkingDays ? Exceptions(calendar, start, due) : Bends(calendar.Days, start, term, due))
            yield return line;
        if (due > calendar.Days.CoveredUntil)
            yield return $"note: the calendar {calendar.Name} is known up to {Written(calendar.Days.CoveredUntil)}; what lies beyond is provisional";
        yield return Written(due);
    }

    /// <summary>What is not as its weekday says; a holiday on a weekend would not have counted anyway.</summary>
    private static IEnumerable<string> Exceptions(OfficeCalendar calendar, DateOnly start, DateOnly due)
    {
        foreach (var day in calendar.Days.ExceptionsBetween(start, due).Where(day => day.IsOff != IsWeekend(day.Date)))
            yield return day.IsOff ? $"  {Named(day.Date)}: not counted, {day.Name} is a holiday" : $"  {Named(day.Date)}: counted, worked in place of a day of {day.Name}";
        if (start < new DateOnly(calendar.Years.Min(year => year.Year), 1, 1))
            yield return $"note: the calendar {calendar.Name} begins with {calendar.Years.Min(year => year.Year)}; before that only weekends are known";
    }

    private static IEnumerable<string> Bends(WorkCalendar calendar, DateOnly start, Term term, DateOnly due)
    {
        if (term.Unit == TermUnit.Months && due.Day < start.Day)
            yield return $"  the month has no day {start.Day}, so its last day";
        if (term.Unit == TermUnit.Months && !calendar.IsWorkingDay(due))
            yield return $"  {Named(due)} is not worked; a term of months stays there all the same";
    }

    private static string Many(int amount, string unit) => amount == 1 ? $"1 {unit}" : $"{amount} {unit}s";

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static string Named(DateOnly day) => $"{Written(day)} {day.DayOfWeek}";

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
