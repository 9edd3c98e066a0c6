using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Proposals.Acts;

namespace Proposals.Deadlines.Calendars;

/// <summary>Takes the properties of a pasted JSON out of their objects, and complains of those that are not as they should be.</summary>
internal sealed class JsonFields(List<Refusal> problems)
{
    public string? Text(JsonElement owner, Refusal place, string name)
    {
        if (Find(owner, place, name, JsonValueKind.String) is not { } value)
            return null;
        if (Text(value) is { } text)
            return text;
        problems.Add(CalendarRefusals.PropertyType(place, name));
        return null;
    }

    /// <summary>Of two properties of one name the last would be taken without a word.</summary>
    public JsonElement? Find(JsonElement owner, Refusal place, string name, params JsonValueKind[] kinds)
    {
        var found = All(owner, name);
        if (found is [var only] && kinds.Contains(only.ValueKind))
            return only;
        problems.Add(found.Length switch
        {
            0 => CalendarRefusals.PropertyMissing(place, name),
            1 => CalendarRefusals.PropertyType(place, name),
            _ => CalendarRefusals.PropertyTwice(place, name),
        });
        return null;
    }

    public static bool Has(JsonElement owner, string name) => All(owner, name).Length > 0;

    /// <summary>Null too for half a surrogate pair (\ud800), which is valid JSON and no text.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Compared as written: a name with half a surrogate pair cannot even be compared as a text.</summary>
    private static JsonElement[] All(JsonElement owner, string name)
    {
        var written = Encoding.UTF8.GetBytes(name);
        return [.. owner.EnumerateObject().Where(property => JsonMarshal.GetRawUtf8PropertyName(property).SequenceEqual(written)).Select(property => property.Value).Take(2)];
    }
}
