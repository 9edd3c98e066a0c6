using System.Text.RegularExpressions;
using Proposals.Intake.Lists;

namespace Proposals.Deadlines.Calendars;

/// <summary>One day or the days from one to another as a cell says them: 10月1日（周五）至7日, 2027-10-01, 10.1-10.7. The year may be left out.</summary>
internal sealed partial record WrittenSpan(WrittenDay From, WrittenDay To)
{
    /// <summary>No holiday had more than ten; far more is a slip.</summary>
    public const int LongestDays = 15;

    private const int LongestText = 60;
    private const int AnyLeapYear = 2000;

    /// <summary>12月30日至1月1日.</summary>
    private bool CrossesYears => From.Month == 12 && To.Month == 1;

    /// <summary>The end of December without a year could be that of the list's year or of the one before.</summary>
    public bool IsUnclear => From.Year is null && To.Year is null && !CrossesYears && CalendarChecks.IsYearsEnd(From.Month, From.Day);

    /// <returns>Null for what is no day, and for what could be read in two ways.</returns>
    public static WrittenSpan? Read(string text)
    {
        var plain = Dashes().Replace(CellText.Fold(text), "至");
        if (plain.Length > LongestText)
            return null;
        if (Day(plain) is { } only)
            return new WrittenSpan(only, only);
        WrittenSpan[] found = [.. Enumerable.Range(0, plain.Length).Where(at => plain[at] is '至' or '-').Select(at => Between(plain[..at], plain[(at + 1)..])).OfType<WrittenSpan>()];
        return found.Length == 1 ? found[0] : null;
    }

    /// <param name="year">The list's year, for days that say none.</param>
    /// <returns>First and last day; null where a year lacks or has no such day.</returns>
    public (DateOnly First, DateOnly Last)? In(int? year)
    {
        var end = To.Year ?? (From.Year + (CrossesYears ? 1 : 0)) ?? year;
        var start = From.Year ?? (end - (CrossesYears ? 1 : 0));
        return From.In(start) is { } first && To.In(end) is { } last ? (first, last) : null;
    }

    /// <summary>A dot is read between two days only: alone, 10.1 may be what a spreadsheet made of 10.10.</summary>
    private static WrittenSpan? Between(string first, string last) =>
        Day(DayText.Undotted(first)) is { } from && (Day(DayText.Undotted(last)) ?? Day($"{from.Month}月{last}")) is { } to ? new WrittenSpan(from, to) : null;

    private static WrittenDay? Day(string text)
    {
        if (DayText.Read(text, null).Day is { } whole)
            return new WrittenDay(whole.Year, whole.Month, whole.Day);
        return DayText.Read(text, AnyLeapYear).Day is { } dated ? new WrittenDay(null, dated.Month, dated.Day) : null;
    }

    [GeneratedRegex("[至到~〜\u2010-\u2015\u2212\u2500]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dashes();
}

internal sealed record WrittenDay(int? Year, int Month, int Day)
{
    public DateOnly? In(int? year) => year is { } named && Day <= DateTime.DaysInMonth(named, Month) ? new DateOnly(named, Month, Day) : null;
}
