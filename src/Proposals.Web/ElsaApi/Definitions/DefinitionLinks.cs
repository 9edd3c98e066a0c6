using System.Text.Json.Nodes;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>What a caller may do with a definition. Without the link to publish Studio shows it and changes nothing.</summary>
internal static class DefinitionLinks
{
    public static JsonArray Of(string definitionId, bool mayEdit)
    {
        var links = new JsonArray(Link($"by-definition-id/{definitionId}", "self", "GET"), Link($"{definitionId}/export", "export", "GET"));
        if (mayEdit)
            links.Add(Link($"{definitionId}/publish", "publish", "POST"));
        return links;
    }

    /// <summary>Of a whole list. Studio takes the right to publish many for the right to begin a new one; the menu that would publish them is hidden.</summary>
    public static JsonArray OfList(bool mayEdit) => mayEdit
        ? new JsonArray(Link("", "self", "GET"), Link("", "create", "POST"), Link("", "bulk-publish", "POST"))
        : new JsonArray(Link("", "self", "GET"));

    private static JsonNode Link(string path, string relation, string method) => new JsonObject { ["href"] = $"/workflow-definitions/{path}".TrimEnd('/'), ["rel"] = relation, ["method"] = method };
}
