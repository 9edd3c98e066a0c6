using System.Text.Json.Nodes;

namespace Proposals.Workflows.Documents;

/// <summary>One activity of a canonical document, with where it stands in the tree.</summary>
/// <param name="Holder">Id of the activity it stands in, and the property; empty for the root.</param>
internal sealed record DrawnActivity(string Id, JsonObject Json, string Holder)
{
    public string Type => JsonWords.Text(Json["type"]) ?? "";

    /// <summary>What people read on the drawing.</summary>
    public string Name => JsonWords.Text(JsonWords.At(Json["metadata"], "displayText")) is { Length: > 0 } shown ? shown : JsonWords.Text(Json["name"]) is { Length: > 0 } name ? name : Id;

    /// <summary>Embedded activities, by property; the others' own.</summary>
    public List<string> Holds { get; } = [];

    public JsonArray Connections => Type == "Elsa.Flowchart" ? Json["connections"] as JsonArray ?? [] : [];

    public static Dictionary<string, DrawnActivity> All(JsonNode? root)
    {
        var all = new Dictionary<string, DrawnActivity>();
        if (root is JsonObject json)
            Add(json, "", all);
        return all;
    }

    public static bool IsActivity(JsonNode? value) => value is JsonObject found && JsonWords.Text(found["type"]) is not null && JsonWords.Text(found["id"]) is not null;

    private static DrawnActivity? Add(JsonObject json, string holder, Dictionary<string, DrawnActivity> all)
    {
        var activity = new DrawnActivity(JsonWords.Text(json["id"]) ?? "", json, holder);
        if (!all.TryAdd(activity.Id, activity))
            return null;
        foreach (var (name, value) in json)
        {
            if (name is "customProperties" or "metadata")
                continue;
            if (IsActivity(value))
                activity.Hold(value, name, all);
            else if (value is JsonArray list)
                activity.HoldAll(list, name, all);
        }

        return activity;
    }

    private void HoldAll(JsonArray list, string name, Dictionary<string, DrawnActivity> all)
    {
        foreach (var item in list.OfType<JsonObject>())
        {
            if (name is "activities" or "branches" && IsActivity(item))
            {
                Hold(item, name, all);
            }
            else if (name is "cases" or "states" or "transitions")
            {
                var label = JsonWords.Text(item["label"]) ?? JsonWords.Text(item["name"]) ?? "";
                foreach (var (inner, value) in item)
                {
                    if (IsActivity(value))
                        Hold(value, $"{name}[{label}].{inner}", all);
                }
            }
        }
    }

    private void Hold(JsonNode? value, string name, Dictionary<string, DrawnActivity> all)
    {
        if (value is JsonObject json && Add(json, $"{Id}.{name}", all) is { } held && name == "activities")
            Holds.Add(held.Id);
    }
}
