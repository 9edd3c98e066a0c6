using System.Text.Json.Nodes;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>Studio reads options, variables and inputs into classes of its own and writes all of their properties: empty ones as null, and none that its classes lack.</summary>
internal static class UnknownToStudio
{
    public static void Restore(JsonNode? sent, JsonNode? kept)
    {
        if (sent is not JsonObject now)
            return;
        foreach (var (name, _) in now.Where(pair => pair.Value is null).ToArray())
            now.Remove(name);
        // What it wrote as null was emptied there; what it did not write at all, it does not know.
        foreach (var (name, value) in (kept as JsonObject)?.ToArray() ?? [])
        {
            if (!Known.Contains(name))
                now.TryAdd(name, value?.DeepClone());
        }
    }

    public static void RestoreEach(JsonNode? sent, JsonNode? kept, string key)
    {
        foreach (var item in sent as JsonArray ?? [])
            Restore(item, (kept as JsonArray)?.FirstOrDefault(known => known is JsonObject && JsonNode.DeepEquals(known[key], item?[key])));
    }

    /// <summary>Every property that those classes have.</summary>
    private static HashSet<string> Known { get; } =
    [
        "activationStrategyType", "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "incidentStrategyType", "commitStrategyName",
        "id", "name", "typeName", "isArray", "value", "storageDriverTypeName",
        "type", "displayName", "description", "category", "uiHint", "storageDriverType",
    ];
}
