using System.Globalization;

namespace Proposals.Deadlines;

/// <summary>How long something may take: <c>7wd</c> working days, <c>10d</c> calendar days, <c>3m</c> months, <c>06-30</c> a fixed day of the year.</summary>
public readonly record struct Term(TermUnit Unit, int Amount, int Day = 0)
{
    public static Term Parse(string text) => TryParse(text, out var term)
        ? term
        : throw new FormatException($"'{text}' is no term: write 7wd, 10d, 3m or 06-30.");

    public static bool TryParse(string? text, out Term term)
    {
        term = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 6)
        {
            return false;
        }

        if (DateOnly.TryParseExact($"2024-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            term = new Term(TermUnit.DayOfYear, day.Month, day.Day);
            return true;
        }

        var (unit, suffix) = text switch
        {
            _ when text.EndsWith("wd", StringComparison.Ordinal) => (TermUnit.WorkingDays, 2),
            _ when text.EndsWith('d') => (TermUnit.CalendarDays, 1),
            _ when text.EndsWith('m') => (TermUnit.Months, 1),
            _ => (TermUnit.WorkingDays, 0),
        };
        if (suffix == 0 || !int.TryParse(text[..^suffix], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount > 999)
        {
            return false;
        }

        term = new Term(unit, amount);
        return true;
    }

    public override string ToString() => Unit switch
    {
        TermUnit.WorkingDays => $"{Amount}wd",
        TermUnit.CalendarDays => $"{Amount}d",
        TermUnit.Months => $"{Amount}m",
        _ => $"{Amount:00}-{Day:00}",
    };
}

public enum TermUnit
{
    WorkingDays,
    CalendarDays,
    Months,

    /// <summary>The same day each year, whatever the start.</summary>
    DayOfYear,
}
