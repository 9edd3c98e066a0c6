using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Designer.Studio;
using Proposals.Workflows.Catalogue;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>Studio cannot draw an activity whose type it was not told. As from Elsa's own server it receives a placeholder that carries the activity as text, and the lines
/// that leave it, whose ports nobody knows, are put aside.</summary>
internal sealed class UnknownActivities(ActivityCatalogue catalogue, IStringLocalizer<StudioText> text)
{
    private const string PutAside = "notFoundConnections";

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Wrap(JsonNode? root)
    {
        foreach (var activity in ActivityNodes.In(root).ToArray())
        {
            if (activity["activities"] is JsonArray inside && IsKnown(activity))
                PutLinesAside(activity, inside);
        }

        // From the outside in: what stands inside an unknown activity went into its text.
        foreach (var activity in ActivityNodes.In(root).ToArray())
        {
            if (activity.Root == root?.Root && !IsKnown(activity))
                BecomePlaceholder(activity);
        }
    }

    /// <summary>Brings the lines back. The activities themselves come back wherever a definition is read.</summary>
    public static void Unwrap(JsonNode? root)
    {
        foreach (var flowchart in ActivityNodes.In(root).ToArray())
        {
            if (flowchart["customProperties"] is not JsonObject custom || custom[PutAside] is not JsonArray lines)
                continue;
            custom.Remove(PutAside);
            var here = (flowchart["activities"] as JsonArray ?? []).Select(ActivityNodes.IdOf).ToHashSet();
            if (flowchart["connections"] is not JsonArray connections)
                flowchart["connections"] = connections = [];
            foreach (var line in lines.ToArray())
            {
                lines.Remove(line);
                if (here.Contains(End(line, "source")) && here.Contains(End(line, "target")))
                    connections.Add(line);
            }
        }
    }

    private void PutLinesAside(JsonObject flowchart, JsonArray inside)
    {
        var unknown = inside.OfType<JsonObject>().Where(activity => !IsKnown(activity)).Select(ActivityNodes.IdOf).ToHashSet();
        if (unknown.Count == 0 || flowchart["connections"] is not JsonArray connections || flowchart["customProperties"] is not JsonObject custom)
            return;
        var aside = new JsonArray();
        foreach (var line in connections.Where(line => unknown.Contains(End(line, "source"))).ToArray())
        {
            connections.Remove(line);
            aside.Add(line);
        }

        custom[PutAside] = aside;
    }

    private void BecomePlaceholder(JsonObject activity)
    {
        var (type, original) = (TypeOf(activity), activity.ToJsonString(AsItIs));
        var kept = activity.Where(pair => pair.Key is "id" or "name" or "customProperties" or "metadata").ToArray();
        activity.Clear();
        foreach (var (name, value) in kept)
            activity[name] = value;
        activity["type"] = CanvasFacts.Placeholder;
        activity["version"] = 1;
        activity["missingTypeName"] = type;
        activity["missingTypeVersion"] = 0;
        activity["originalActivityJson"] = original;
        if (activity["metadata"] is not JsonObject metadata)
            activity["metadata"] = metadata = [];
        metadata["displayText"] = text["Unknown", type].Value;
        metadata["description"] = text["Unknown_Why", type].Value;
    }

    private bool IsKnown(JsonObject activity) => catalogue.TryFind(TypeOf(activity), out _);

    private static string TypeOf(JsonObject activity) => activity["type"]?.ToString() ?? "";

    private static string End(JsonNode? line, string name) => ((line as JsonObject)?[name] as JsonObject)?["activity"]?.ToString() ?? "";
}
