using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proposals.Workflows.Documents;

/// <summary>A value as a person would say it: "5wd", "JavaScript: getVisits() > 3", "→ Result".</summary>
internal static class Readable
{
    public static string? Of(JsonNode? value) => value switch
    {
        null => null,
        JsonObject wrapped when wrapped["expression"] is JsonObject expression => Expression(expression),
        JsonObject wrapped when wrapped["memoryReference"] is JsonObject reference => "→ " + (JsonWords.Text(reference["id"]) ?? reference.ToJsonString(JsonFormat.Compact)),
        JsonValue word when word.GetValueKind() == JsonValueKind.String => word.GetValue<string>(),
        _ => value.ToJsonString(JsonFormat.Compact),
    };

    public static string Expression(JsonObject expression)
    {
        var type = JsonWords.Text(expression["type"]) ?? "";
        var value = expression["value"];
        var text = type is "Variable" or "Input" && value is JsonObject named
            ? JsonWords.Text(named["name"]) ?? JsonWords.Text(named["id"]) ?? named.ToJsonString(JsonFormat.Compact)
            : JsonWords.Text(value) ?? value?.ToJsonString(JsonFormat.Compact) ?? "";
        return type is "Literal" or "Object" or "" ? text : $"{type}: {text}";
    }

    /// <summary>Whether both mean the same. What a flag is where nobody set it is false; the type that stands beside an expression is what the activity says it is.</summary>
    public static bool AreSame(JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return true;
        if (before is JsonObject one && after is JsonObject other && one["expression"] is JsonObject left && other["expression"] is JsonObject right)
            return AreSameExpressions(left, right);
        return (before is null && JsonWords.Flag(after) == false) || (after is null && JsonWords.Flag(before) == false);
    }

    public static bool AreSameExpressions(JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return true;
        // Of a variable only its id counts, of an input its name; the rest is a copy that may be old.
        return before is JsonObject one && after is JsonObject other && JsonWords.Text(one["type"]) == JsonWords.Text(other["type"])
            && JsonWords.Text(one["type"]) is "Variable" or "Input" && Key(one) is { } key && key == Key(other);
    }

    private static string? Key(JsonObject expression) => JsonWords.Text(expression["type"]) == "Variable"
        ? JsonWords.Text(JsonWords.At(expression["value"], "id"))
        : JsonWords.Text(JsonWords.At(expression["value"], "name"));
}
