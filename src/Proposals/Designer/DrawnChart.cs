using System.Text.Json;

namespace Proposals.Designer;

/// <summary>The boxes and lines of a definition's outermost flowchart, where they stand on the canvas; read from any text, whether it would run or not.</summary>
public sealed record DrawnChart(IReadOnlyList<DrawnBox> Boxes, IReadOnlyList<DrawnLine> Lines)
{
    /// <summary>More than anybody could look at.</summary>
    private const int Most = 500;

    public static DrawnChart Empty { get; } = new([], []);

    public static DrawnChart Of(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (Child(document.RootElement, "root") is not { } root)
                return Empty;
            var titles = ActivityTitles.Of(json);
            var boxes = Items(root, "activities").Select((activity, place) => Box(activity, place, titles)).OfType<DrawnBox>().Take(Most).DistinctBy(box => box.Id).ToList();
            var known = boxes.Select(box => box.Id).ToHashSet();
            return new DrawnChart(boxes, [.. Items(root, "connections").Select(Line).OfType<DrawnLine>().Where(line => known.Contains(line.Source) && known.Contains(line.Target)).Distinct().Take(2 * Most)]);
        }
        catch (JsonException)
        {
            return Empty;
        }
        catch (InvalidOperationException)
        {
            // Half a character in a text.
            return Empty;
        }
    }

    private static DrawnBox? Box(JsonElement activity, int place, IReadOnlyDictionary<string, string> titles)
    {
        if (Text(activity, "id") is not { } id)
            return null;
        var position = Child(activity, "metadata") is { } metadata && Child(metadata, "designer") is { } designer ? Child(designer, "position") : null;
        return new DrawnBox(id, Text(activity, "type") ?? "", titles.GetValueOrDefault(id, id), Number(position, "x") ?? place * 240, Number(position, "y") ?? 0);
    }

    private static DrawnLine? Line(JsonElement line) =>
        Child(line, "source") is { } source && Child(line, "target") is { } target && Text(source, "activity") is { } from && Text(target, "activity") is { } to
            ? new DrawnLine(from, Text(source, "port") ?? "Done", to)
            : null;

    private static JsonElement? Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Object ? child : null;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A place that is out of all proportion would make a picture of nothing.</summary>
    private static double? Number(JsonElement? element, string name) =>
        element is { } there && there.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? Math.Clamp(number, -20_000, 20_000)
            : null;
}

public sealed record DrawnBox(string Id, string Type, string Title, double X, double Y);

public sealed record DrawnLine(string Source, string Port, string Target);
