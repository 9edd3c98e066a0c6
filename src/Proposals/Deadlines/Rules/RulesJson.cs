using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Proposals.Deadlines;

/// <summary>How profiles and years lie in files and in the database: the same JSON, so that an export is what was stored.</summary>
public static class RulesJson
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Write(RuleProfile profile) => JsonSerializer.Serialize(profile, Json);

    public static string Write(CalendarYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return JsonSerializer.Serialize(new YearFile(year.Year, year.Papers, [.. year.Days.Select(day => new DayFile(day.Name, day.Date, day.IsOff))]), Json);
    }

    public static RuleProfile ReadProfile(string text) => JsonSerializer.Deserialize<RuleProfile>(text, Json) ?? throw new JsonException("A rule profile is no null.");

    /// <summary>A version that was published before profiles said all they say now means, in what it leaves out, what ships.</summary>
    public static RuleProfile ReadStored(string text)
    {
        var stored = JsonNode.Parse(text)!.AsObject();
        foreach (var (name, shipped) in JsonSerializer.SerializeToNode(ShippedRules.Profile, Json)!.AsObject())
        {
            if (!stored.ContainsKey(name))
                stored[name] = shipped?.DeepClone();
        }

        return stored.Deserialize<RuleProfile>(Json) ?? throw new JsonException("A rule profile is no null.");
    }

    public static CalendarYear ReadYear(string text)
    {
        var file = JsonSerializer.Deserialize<YearFile>(text, Json) ?? throw new JsonException("A calendar year is no null.");
        return new CalendarYear(file.Year, file.Papers, [.. file.Days.Select(day => new CalendarDay(day.Date, day.Name, day.IsOffDay))]);
    }

    private sealed record YearFile(int Year, IReadOnlyList<string> Papers, IReadOnlyList<DayFile> Days);

    private sealed record DayFile(string Name, DateOnly Date, bool IsOffDay);
}
