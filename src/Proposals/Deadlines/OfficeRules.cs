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
    }

    private OfficeRules(RuleProfile profile, WorkCalendar calendar) => (Profile, Calendar) = (profile, calendar);

    public RuleProfile Profile { get; }

    public WorkCalendar Calendar { get; }

    /// <summary>The same calendar under another profile: an office elsewhere.</summary>
    public OfficeRules Under(Func<RuleProfile, RuleProfile> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new OfficeRules(change(Profile), Calendar);
    }

    private static T Read<T>(string name)
    {
        using var stream = typeof(OfficeRules).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The shipped file {name} is missing from the build.");
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidOperationException($"The shipped file {name} is empty.");
    }

    private sealed record CalendarFile(string Name, string Source, IReadOnlyList<CalendarYear> Years);

    private sealed record CalendarYear(int Year, IReadOnlyList<string> Papers, IReadOnlyList<DayRow> Days);

    private sealed record DayRow(DateOnly Date, string Name, bool Off);
}
