using System.Globalization;
using System.Text.Json;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Definitions;

/// <summary>Elsa's type aliases, as far as values of the engine have to keep to them.</summary>
internal static class JsonTypes
{
    private static readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Object", "String", "Boolean", "Int16", "Int32", "Int64", "Long", "Single", "Double", "Decimal", "Guid", "DateTime", "DateTimeOffset", "TimeSpan",
        "JSON", "JsonElement", "JsonNode", "JsonObject", "JsonArray", "StringDictionary", "ObjectDictionary", "StringMap", "ObjectMap",
    };

    private static readonly string[] collections =
        ["IEnumerable", "ICollection", "IList", "IReadOnlyCollection", "IReadOnlyList", "ISet", "List", "HashSet", "Collection"];

    public static bool IsKnown(string typeName)
    {
        var inner = typeName.TrimEnd('?');
        if (inner.EndsWith("[]", StringComparison.Ordinal))
            return IsKnown(inner[..^2]);
        var open = inner.IndexOf('<', StringComparison.Ordinal);
        return open > 0 && inner[^1] == '>'
            ? collections.Contains(inner[..open]) && known.Contains(inner[(open + 1)..^1])
            : known.Contains(inner);
    }

    /// <summary>The value as canonical JSON of the type; false where it cannot be one.</summary>
    public static bool TryConvert(string? typeName, JsonElement value, out string json)
    {
        json = "null";
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return true;
        switch (typeName?.TrimEnd('?').ToUpperInvariant())
        {
            case "BOOLEAN":
                if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
                    json = value.ValueKind == JsonValueKind.True ? "true" : "false";
                else if (bool.TryParse(value.AsText(), out var flag))
                    json = flag ? "true" : "false";
                else
                    return false;
                return true;
            case "INT16" or "INT32" or "INT64" or "LONG":
                if (!decimal.TryParse(Digits(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var whole) || whole != decimal.Truncate(whole)
                    || whole is > long.MaxValue or < long.MinValue)
                    return false;
                json = ((long)whole).ToString(CultureInfo.InvariantCulture);
                return true;
            case "SINGLE" or "DOUBLE" or "DECIMAL":
                if (!double.TryParse(Digits(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var real) || !double.IsFinite(real))
                    return false;
                json = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : real.ToString("R", CultureInfo.InvariantCulture);
                return true;
            case "STRING" when value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                json = CanonicalJson.OfString(value.GetRawText());
                return true;
            default:
                return CanonicalJson.TryOf(value, out json);
        }
    }

    /// <summary>The text that stands as a variable's initial value, read as its type.</summary>
    public static bool TryConvertText(string typeName, string text, out string json)
    {
        if (string.Equals(typeName, "String", StringComparison.OrdinalIgnoreCase))
        {
            json = CanonicalJson.OfString(text);
            return true;
        }

        if (text.Length == 0)
        {
            json = "null";
            return true;
        }

        if (CanonicalJson.TryParse(text, out var parsed))
            return TryConvert(typeName, parsed, out json);
        json = CanonicalJson.OfString(text);
        return CanonicalJson.TryParse(json, out var asString) && TryConvert(typeName, asString, out json);
    }

    private static string? Digits(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.AsText();
}
