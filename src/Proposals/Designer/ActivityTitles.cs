using System.Text.Json;

namespace Proposals.Designer;

/// <summary>What a drawing calls its activities, by their ids; read from any text, whether it would run or not.</summary>
public static class ActivityTitles
{
    public static IReadOnlyDictionary<string, string> Of(string json)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(json);
            Collect(document.RootElement, titles);
        }
        catch (JsonException)
        {
            // What cannot be read has no titles; the problem that stands beside says so.
        }
        catch (InvalidOperationException)
        {
            // Half a character in a text: the same.
        }

        return titles;
    }

    private static void Collect(JsonElement element, Dictionary<string, string> titles)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, titles);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Text(element, "id") is { } id && Text(element, "type") is { } type)
            {
                titles.TryAdd(id, (element.TryGetProperty("metadata", out var metadata) ? Text(metadata, "displayText") : null) ?? Text(element, "name") ?? type);
            }

            foreach (var property in element.EnumerateObject())
            {
                Collect(property.Value, titles);
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
