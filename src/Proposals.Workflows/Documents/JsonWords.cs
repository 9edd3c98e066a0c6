using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proposals.Workflows.Documents;

/// <summary>Looks into nodes of unknown shape without ever throwing.</summary>
internal static class JsonWords
{
    public static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A property of what may be no object at all; the nodes' own indexer throws there.</summary>
    public static JsonNode? At(JsonNode? node, string name) => node is JsonObject found ? found[name] : null;

    public static bool? Flag(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static bool IsPrimitive(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    /// <summary>The list that stands there, also where an older writer wrapped it.</summary>
    public static JsonArray? List(JsonNode? node) => node switch
    {
        JsonArray array => array,
        JsonObject wrapped => wrapped["$values"] as JsonArray,
        _ => null,
    };

    /// <summary>Puts a node in the place of a property, also where it hangs below the old value.</summary>
    public static void Replace(JsonObject owner, string name, JsonNode? value)
    {
        if (ReferenceEquals(owner[name], value))
            return;
        Detach(value);
        owner[name] = value;
    }

    public static void Detach(JsonNode? node)
    {
        if (node?.Parent is JsonObject owner)
            owner.Remove(node.GetPropertyName());
        else if (node?.Parent is JsonArray list)
            list.Remove(node);
    }

    /// <summary>Half a surrogate pair cannot be written as JSON, so it becomes the sign for an unknown character.</summary>
    public static string? Whole(string? text) => text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
