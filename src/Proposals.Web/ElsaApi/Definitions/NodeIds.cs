using System.Text.Json.Nodes;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>The path of each activity from the root, by which Studio finds its nodes. Worked out for every answer, never kept.</summary>
internal static class NodeIds
{
    private const string Workflow = "Workflow1";

    /// <summary>Parts of an activity in which no other one stands.</summary>
    private static readonly string[] Passed = ["metadata", "customProperties", "variables", "connections"];

    public static void Write(JsonObject root) => Write(root, Workflow);

    private static void Write(JsonNode? node, string above)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                    Write(item, above);
                break;
            case JsonObject activity when activity["id"] is JsonValue id && activity["type"] is JsonValue:
                var path = $"{above}:{id}";
                activity["nodeId"] = path;
                WriteParts(activity, path);
                break;
            case JsonObject part:
                WriteParts(part, above);
                break;
        }
    }

    private static void WriteParts(JsonObject whole, string above)
    {
        foreach (var (_, part) in whole.Where(pair => !Passed.Contains(pair.Key)))
            Write(part, above);
    }
}
