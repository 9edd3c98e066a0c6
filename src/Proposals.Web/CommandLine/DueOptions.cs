using System.Globalization;
using Proposals.Deadlines;

namespace Proposals.Web.CommandLine;

/// <summary>What stands behind <c>-- due</c>.</summary>
internal sealed record DueOptions(DateOnly Start, Term Term, OfficeCalendar Calendar)
{
    public const string Usage = "usage: due START TERM [--calendar NAME]";

    private const string CalendarWord = "--calendar";
    private const string ShippedCalendar = "china";

    /// <returns>The options, or the sentence that says what is wrong.</returns>
    public static (DueOptions? Options, string Wrong) Read(IReadOnlyList<string> args, IReadOnlyDictionary<string, OfficeCalendar> calendars)
    {
        List<string> words = [];
        string? named = null;
        for (var at = 1; at < args.Count; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
                words.Add(args[at]);
            else if (args[at] != CalendarWord)
                return (null, $"'{args[at]}' is not known; {Usage}");
            else if (named is not null)
                return (null, $"{CalendarWord} stands there twice; {Usage}");
            else if (++at == args.Count)
                return (null, $"{CalendarWord} needs a name; {Usage}");
            else
                named = args[at];
        }

        return words switch
        {
            [] => (null, $"START is missing; {Usage}"),
            [_] => (null, $"TERM is missing; {Usage}"),
            [var start, var term] => Read(start, term, named ?? ShippedCalendar, calendars),
            [_, _, var more, ..] => (null, $"'{more}' is one word too many; {Usage}"),
        };
    }

    private static (DueOptions? Options, string Wrong) Read(string startText, string termText, string named, IReadOnlyDictionary<string, OfficeCalendar> calendars)
    {
        if (!DateOnly.TryParseExact(startText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
            return (null, $"'{startText}' is no day: write START as yyyy-MM-dd.");
        if (!OfficeYears.Hold(start))
            return (null, $"START lies in {start.Year}: the years {OfficeYears.First} to {OfficeYears.Last} can be counted.");
        if (!TermRule.TryParse(termText, out var rule))
            return (null, $"'{termText}' is no term: write 7wd, 10d, 3m or 06-30.");
        if (rule.BackFrom is { } other)
            return (null, $"'{termText}' counts back from another deadline ({other}), and here there is only START: write 7wd, 10d, 3m or 06-30.");
        return calendars.TryGetValue(named, out var calendar)
            ? (new DueOptions(start, rule.Term, calendar), "")
            : (null, $"No calendar is called '{named}'; there is: {string.Join(", ", calendars.Keys.Order(StringComparer.Ordinal))}.");
    }
}
