using System.Text.Json.Nodes;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>The path of each activity from the root, by which Studio finds its nodes. Worked out for every answer, never kept.</summary>
internal static class NodeIds
{
    private const string Workflow = "Workflow1";

    public static void Write(JsonObject root) => Write(root, Workflow);

    private static void Write(JsonNode? node, string above)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                    Write(item, above);
                break;
            case JsonObject activity when ActivityNodes.Is(activity):
                var path = $"{above}:{ActivityNodes.IdOf(activity)}";
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
        foreach (var part in ActivityNodes.Parts(whole))
            Write(part, above);
    }
}
