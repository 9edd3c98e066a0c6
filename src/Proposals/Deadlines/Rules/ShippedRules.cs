using System.Text.Json;

namespace Proposals.Deadlines;

/// <summary>The profile and the calendar that ship with the product, as facts.</summary>
public static class ShippedRules
{
    public static RuleProfile Profile { get; } = Read<RuleProfile>("HZ-default.json");

    public static OfficeCalendar Calendar { get; } = ReadCalendar();

    private static OfficeCalendar ReadCalendar()
    {
        var file = Read<CalendarFile>("china-calendar.json");
        return new OfficeCalendar(Profile.Calendar, [.. file.Years.Select(year => new CalendarYear(year.Year, year.Papers, [.. year.Days.Select(day => new CalendarDay(day.Date, day.Name, day.Off))]))], []);
    }

    private static T Read<T>(string name)
    {
        using var stream = typeof(ShippedRules).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The shipped file {name} is missing from the build.");
        return JsonSerializer.Deserialize<T>(stream, RulesJson.Json) ?? throw new InvalidOperationException($"The shipped file {name} is empty.");
    }

    private sealed record CalendarFile(string Name, string Source, IReadOnlyList<YearRow> Years);

    private sealed record YearRow(int Year, IReadOnlyList<string> Papers, IReadOnlyList<DayRow> Days);

    private sealed record DayRow(DateOnly Date, string Name, bool Off);
}
