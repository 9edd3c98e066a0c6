using System.Text.Json;
using System.Text.Json.Serialization;

namespace Proposals.Deadlines;

/// <summary>The rule profile and the calendar in force, read once. Both are facts that ship with the product.</summary>
public sealed class OfficeRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public OfficeRules()
    {
        Profile = Read<RuleProfile>("HZ-default.json");
        var calendar = Read<CalendarFile>("china-calendar.json");
        Calendar = new WorkCalendar(
            calendar.Years.SelectMany(year => year.Days).ToDictionary(day => day.Date, day => new CalendarDay(day.Date, day.Name, day.Off)),
            new DateOnly(calendar.Years.Max(year => year.Year), 12, 31));
        CalendarYears = [.. calendar.Years.Select(year => new CalendarYearFacts(year.Year, year.Papers, year.Days.Count(day => day.Off), year.Days.Count(day => !day.Off)))];
    }

    private OfficeRules(RuleProfile profile, OfficeRules shipped) => (Profile, Calendar, CalendarYears) = (profile, shipped.Calendar, shipped.CalendarYears);

    public RuleProfile Profile { get; }

    public WorkCalendar Calendar { get; }

    /// <summary>Which years the calendar covers, by which papers.</summary>
    public IReadOnlyList<CalendarYearFacts> CalendarYears { get; }

    /// <summary>The same calendar under another profile: an office elsewhere.</summary>
    public OfficeRules Under(Func<RuleProfile, RuleProfile> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new OfficeRules(change(Profile), this);
    }

    private static T Read<T>(string name)
    {
        using var stream = typeof(OfficeRules).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The shipped file {name} is missing from the build.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidOperationException($"The shipped file {name} is empty.");
    }

    private sealed record CalendarFile(string Name, string Source, IReadOnlyList<YearRow> Years);

    private sealed record YearRow(int Year, IReadOnlyList<string> Papers, IReadOnlyList<DayRow> Days);

    private sealed record DayRow(DateOnly Date, string Name, bool Off);
}

/// <param name="Year">Covered whole.</param>
/// <param name="Papers">Where the days are announced.</param>
/// <param name="DaysOff">Holidays, weekends among them.</param>
/// <param name="DaysWorked">调休上班日.</param>
public sealed record CalendarYearFacts(int Year, IReadOnlyList<string> Papers, int DaysOff, int DaysWorked);
