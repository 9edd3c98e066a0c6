using System.Text.Json.Nodes;
using Proposals.Designer;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>A stored version in the shape that Studio edits, and back.</summary>
internal static class StudioModel
{
    /// <summary>Studio sends the custom properties back as they came: so a save tells what it was drawn over.</summary>
    private const string Revision = "Proposals:Revision";

    public static JsonObject Of(WorkflowDefinitionVersion version, bool mayEdit)
    {
        var model = JsonNode.Parse(version.Json) as JsonObject ?? [];
        model.Remove("$schema");
        model["links"] = DefinitionLinks.Of(version.DefinitionId, mayEdit);
        model["id"] = version.Id.ToString();
        model["definitionId"] = version.DefinitionId;
        model["name"] = version.Name;
        model["description"] = version.Description;
        model["version"] = version.Version;
        model["createdAt"] = version.CreatedAt;
        model["isLatest"] = version.IsLatest;
        model["isPublished"] = version.IsPublished;
        model["isReadonly"] = !mayEdit;
        if (model["customProperties"] is not JsonObject custom)
            model["customProperties"] = custom = [];
        custom[Revision] = version.Revision;
        if (model["root"] is JsonObject root)
            NodeIds.Write(root);
        return model;
    }
}
