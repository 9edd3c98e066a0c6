using Proposals.Acts;

namespace Proposals.Deadlines.Calendars;

/// <summary>Reads one year's list of the State Council as it is pasted: the public JSON, our own, or a table of days. Deadlines count by it, so it is taken whole or not at all.</summary>
public static class CalendarReader
{
    /// <summary>A year's list has some 5,000 letters.</summary>
    public const int LongestText = 200_000;

    public const int MostProblems = 50;

    /// <param name="text">As pasted.</param>
    /// <param name="year">The year that it should be of; null takes it from the list.</param>
    public static CalendarReading Read(string text, int? year)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            return Refused([CalendarRefusals.TooLong]);
        if (year is { } asked && !OfficeYears.Hold(asked))
            return Refused([CalendarRefusals.BadYear(asked)]);
        var plain = text.TrimStart('\uFEFF');
        var draft = IsJson(plain) ? CalendarJson.Read(plain, year) : CalendarTable.Read(plain, year);
        CalendarChecks.Run(draft);
        return draft is { Year: { } read, Problems.Count: 0 }
            ? new CalendarReading(new CalendarYear(read, draft.Papers, [.. draft.Days.OrderBy(day => day.Date).Select(day => new CalendarDay(day.Date, day.Name, day.IsOff))]), [])
            : Refused(draft.Problems);
    }

    private static bool IsJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    private static CalendarReading Refused(IEnumerable<Refusal> problems) => new(null, [.. problems.Take(MostProblems)]);
}

/// <param name="Year">Null where there is any problem.</param>
/// <param name="Problems">Each with its place in the text.</param>
public sealed record CalendarReading(CalendarYear? Year, IReadOnlyList<Refusal> Problems);
