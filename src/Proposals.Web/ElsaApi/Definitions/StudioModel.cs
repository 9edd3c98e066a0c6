using System.Globalization;
using System.Text.Json.Nodes;
using Proposals.Designer;
using Proposals.Workflows.Documents;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>A version of the shelf in the shape that Studio edits, and what Studio sends back as a definition again.</summary>
internal static class StudioModel
{
    /// <summary>Studio returns custom properties as they came: so a save tells what it was drawn over.</summary>
    private const string RevisionKey = "Proposals:Revision";

    /// <summary>What Studio edits. The rest of the envelope is the shelf's, and stays as it is kept there.</summary>
    private static readonly string[] Edited = ["name", "description", "variables", "inputs", "outputs", "outcomes", "customProperties", "options", "root"];

    public static JsonObject Of(WorkflowDefinitionVersion version, bool mayEdit, UnknownActivities unknown)
    {
        var model = Parse(version.Json);
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
        custom[RevisionKey] = version.Revision;
        unknown.Wrap(model["root"]);
        if (model["root"] is JsonObject root)
            NodeIds.Write(root);
        return model;
    }

    public static string DefinitionIdOf(JsonObject model) => model["definitionId"] is JsonValue value && value.TryGetValue(out string? id) ? id : "";

    public static int RevisionOf(JsonObject model) =>
        model["customProperties"] is JsonObject custom && custom[RevisionKey] is { } revision && int.TryParse(revision.ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>What was drawn, on the version it was drawn over. Nothing that Studio alone adds, drops or moves around is left in it.</summary>
    public static JsonObject Drawn(JsonObject model, WorkflowDefinitionVersion? over)
    {
        ArgumentNullException.ThrowIfNull(model);
        var kept = over is null ? [] : Parse(over.Json);
        var drawn = (JsonObject)kept.DeepClone();
        drawn["definitionId"] = DefinitionIdOf(model);
        foreach (var name in Edited)
        {
            if (model[name] is { } value && (kept.ContainsKey(name) || value.ToString().Length > 0))
                drawn[name] = value.DeepClone();
            else
                drawn.Remove(name);
        }

        (drawn["customProperties"] as JsonObject)?.Remove(RevisionKey);
        UnknownToStudio.Restore(drawn["options"], kept["options"]);
        UnknownToStudio.RestoreEach(drawn["variables"], kept["variables"], "id");
        UnknownToStudio.RestoreEach(drawn["inputs"], kept["inputs"], "name");
        UnknownToStudio.RestoreEach(drawn["outputs"], kept["outputs"], "name");
        UnknownActivities.Unwrap(drawn["root"]);
        DrawnTraces.Restore(drawn["root"], kept["root"]);
        return drawn;
    }

    public static JsonObject Parse(string text) => JsonText.Parse(text) as JsonObject ?? [];
}
