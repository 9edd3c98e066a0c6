using System.Text.Json.Nodes;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>The activities of a definition's JSON, each before those inside it.</summary>
internal static class ActivityNodes
{
    /// <summary>Parts of an activity in which no other one stands.</summary>
    private static readonly string[] Passed = ["metadata", "customProperties", "variables", "connections"];

    public static IEnumerable<JsonObject> In(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(In),
        JsonObject part => (Is(part) ? [part] : Enumerable.Empty<JsonObject>()).Concat(Parts(part).SelectMany(In)),
        _ => [],
    };

    public static bool Is(JsonObject part) => part["id"] is JsonValue && part["type"] is JsonValue;

    /// <summary>Where activities may stand inside.</summary>
    public static IEnumerable<JsonNode?> Parts(JsonObject whole) => whole.Where(pair => !Passed.Contains(pair.Key)).Select(pair => pair.Value);

    public static string IdOf(JsonNode? activity) => (activity as JsonObject)?["id"]?.ToString() ?? "";
}
