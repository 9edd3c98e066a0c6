using System.Text.Json.Nodes;

namespace Proposals.Workflows.Recordings;

/// <summary>Puts scripts that always fail in the place of those that this engine refuses to read.</summary>
/// <param name="activityIds">Activities whose scripts are refused.</param>
internal sealed class RefusedScripts(IEnumerable<string> activityIds)
{
    private const string Failing = "throw 'refused'";

    private readonly HashSet<string> refused = [.. activityIds];

    public string Replace(string definition)
    {
        var tree = JsonNode.Parse(definition.TrimStart('\uFEFF'));
        Replace(tree, "");
        return tree?.ToJsonString() ?? "";
    }

    /// <param name="owner">Id of the activity that this stands in.</param>
    private void Replace(JsonNode? node, string owner)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Replace(item, owner);
        }
        else if (node is JsonObject thing)
        {
            owner = thing["type"] is not null && thing["id"] is { } id ? id.ToString() : owner;
            if (refused.Contains(owner) && thing["type"]?.ToString() == "JavaScript" && thing.ContainsKey("value"))
                thing["value"] = Failing;
            if (refused.Contains(owner) && thing["script"] is JsonObject { } script)
                script["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = Failing };
            foreach (var (_, value) in thing)
                Replace(value, owner);
        }
    }
}
