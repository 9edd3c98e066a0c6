using System.Text.RegularExpressions;
using Proposals.Acts;
using Proposals.Deadlines;

namespace Proposals.Intake.Lists;

/// <summary>A day as lists write it. Whatever could mean two days means none.</summary>
internal static partial class DayText
{
    private const int LongestRead = 60;
    private const int FirstSerial = 36_526;
    private const int LastSerial = 73_050;

    /// <param name="text">The cell.</param>
    /// <param name="year">The year that the list speaks of, for 3月17日.</param>
    /// <returns>The day, or why there is none.</returns>
    public static (DateOnly? Day, Refusal? Problem) Read(string text, int? year)
    {
        var bad = new Refusal("list.bad-date", Shorten(text));
        if (text.Length > LongestRead)
            return (null, bad);
        var plain = CellText.Fold(text);
        if (Full().Match(plain) is { Success: true } full)
            return Day(ChineseNumber.Year(full.Groups["year"].Value), full, bad);
        if (Compact().Match(plain) is { Success: true } compact)
            return Day(ChineseNumber.Year(compact.Groups["year"].Value), compact, bad);
        if (Serial().IsMatch(plain) && int.TryParse(plain.Split('.')[0], out var serial) && serial is >= FirstSerial and <= LastSerial)
            return (DateOnly.FromDateTime(new DateTime(1899, 12, 30).AddDays(serial)), null);
        if (NoYear().Match(plain) is { Success: true } dated)
            return year is null ? (null, new Refusal("list.date-without-year", Shorten(text))) : Day(year, dated, bad);
        return (null, bad);
    }

    /// <summary>The day that a title names after 交办日期, and the year that it speaks of.</summary>
    public static (DateOnly? AssignedOn, int? Year) InTitles(IEnumerable<string> titles)
    {
        var (day, year) = ((DateOnly?)null, (int?)null);
        foreach (var title in titles)
        {
            var plain = CellText.Fold(title.Length > 300 ? title[..300] : title);
            if (day is null && Labelled().Match(plain) is { Success: true } labelled)
                day = Day(ChineseNumber.Year(labelled.Groups["year"].Value), labelled, ListRefusals.Empty).Day;
            if (YearOnly().Match(plain) is { Success: true } found && ChineseNumber.Year(found.Groups["year"].Value) is { } named && OfficeYears.Hold(named))
                year ??= named;
        }

        return (day, day?.Year ?? year);
    }

    private static (DateOnly? Day, Refusal? Problem) Day(int? year, Match match, Refusal bad) =>
        year is { } named && OfficeYears.Hold(named) && ChineseNumber.Read(match.Groups["month"].Value.TrimStart('0')) is { } month and <= 12
            && ChineseNumber.Read(match.Groups["day"].Value.TrimStart('0')) is { } day && day <= DateTime.DaysInMonth(named, month)
            ? (new DateOnly(named, month, day), null)
            : (null, bad);

    /// <summary>11.19 as 11-19, for a table whose cells are known to be days of one year.</summary>
    public static string Undotted(string text) => Dotted().IsMatch(CellText.Fold(text)) ? CellText.Fold(text).Replace('.', '-') : text;

    internal static string Shorten(string text) => CellText.OneLine(text.Length > 40 ? text[..39] + "…" : text);

    [GeneratedRegex(@"^(?<year>\d{4}|[〇零○一二三四五六七八九]{4})[年./\-](?<month>\d{1,2}|[一二三四五六七八九十]{1,2})[月./\-](?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?(\(?(星期|周).\)?)?(T?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Full();

    [GeneratedRegex(@"^(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^\d{5}(\.\d{1,12})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dotted();

    // 3.17 is left out: as a number of a spreadsheet it may have been 3.170 or, worse, 3.1 of 3.10.
    [GeneratedRegex(@"^(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})(月|/|\-)(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?(\(?(星期|周).\)?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoYear();

    [GeneratedRegex(@"(交办|转办|下达)(日期|时间|日)?[:(]?(?<year>\d{4})[年./\-](?<month>\d{1,2})[月./\-](?<day>\d{1,2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?<year>20\d{2}|二[〇零○][一二三四五六七八九〇零○]{2})年", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearOnly();
}
