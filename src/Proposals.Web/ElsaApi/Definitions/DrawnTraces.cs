using System.Text.Json.Nodes;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>Studio writes activities and lines in the order in which they lie upon each other, so that whatever was touched comes last; and it writes down the size that
/// its font gives each box. Neither is a change of the workflow: the order is what it was, new ones after it, and only a size that was kept before is kept.</summary>
internal static class DrawnTraces
{
    public static void Restore(JsonNode? sent, JsonNode? kept)
    {
        var known = new Dictionary<string, JsonObject>();
        foreach (var activity in ActivityNodes.In(kept))
            known.TryAdd(ActivityNodes.IdOf(activity), activity);
        foreach (var activity in ActivityNodes.In(sent).ToArray())
        {
            var before = known.GetValueOrDefault(ActivityNodes.IdOf(activity));
            activity.Remove("nodeId");
            RestoreSize(activity, before);
            Sort(activity, before, "activities", ActivityNodes.IdOf);
            Sort(activity, before, "connections", EndsOf);
        }
    }

    private static void RestoreSize(JsonObject activity, JsonObject? before)
    {
        if (DesignerOf(activity) is not { } designer)
            return;
        if (DesignerOf(before)?["size"] is { } size)
            designer["size"] = size.DeepClone();
        else
            designer.Remove("size");
    }

    private static JsonObject? DesignerOf(JsonObject? activity) => (activity?["metadata"] as JsonObject)?["designer"] as JsonObject;

    private static void Sort(JsonObject activity, JsonObject? before, string name, Func<JsonNode?, string> keyOf)
    {
        if (activity[name] is not JsonArray sent || before?[name] is not JsonArray kept)
            return;
        var places = kept.Select((item, place) => (Key: keyOf(item), place)).DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => item.place);
        var sorted = sent.OrderBy(item => places.GetValueOrDefault(keyOf(item), int.MaxValue)).ToArray();
        sent.Clear();
        foreach (var item in sorted)
            sent.Add(item);
    }

    private static string EndsOf(JsonNode? connection) => connection is JsonObject ends ? $"{ends["source"]?.ToJsonString()} {ends["target"]?.ToJsonString()}" : "";
}
