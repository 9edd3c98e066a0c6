using System.Text.Json;

namespace Proposals.Designer;

/// <summary>What a drawing calls its activities, by their ids; read from any text, whether it would run or not.</summary>
public static class ActivityTitles
{
    public static IReadOnlyDictionary<string, string> Of(string json) => Collect(json, (activity, type) =>
        (activity.TryGetProperty("metadata", out var metadata) ? Text(metadata, "displayText") : null) ?? Text(activity, "name") ?? type);

    /// <summary>The type of each activity in any of these texts; the first that has it counts.</summary>
    public static IReadOnlyDictionary<string, string> TypesOf(params IReadOnlyList<string> texts) =>
        texts.SelectMany(text => Collect(text, (_, type) => type)).DistinctBy(known => known.Key).ToDictionary(known => known.Key, known => known.Value, StringComparer.Ordinal);

    private static Dictionary<string, string> Collect(string json, Func<JsonElement, string, string> say)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(json);
            Collect(document.RootElement, say, found);
        }
        catch (JsonException)
        {
            // What cannot be read has no titles; the problem that stands beside says so.
        }
        catch (InvalidOperationException)
        {
            // Half a character in a text: the same.
        }

        return found;
    }

    private static void Collect(JsonElement element, Func<JsonElement, string, string> say, Dictionary<string, string> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, say, found);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Text(element, "id") is { } id && Text(element, "type") is { } type)
            {
                found.TryAdd(id, say(element, type));
            }

            foreach (var property in element.EnumerateObject())
            {
                Collect(property.Value, say, found);
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
