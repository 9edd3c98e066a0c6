using System.Text.Json.Nodes;

namespace Proposals.Workflows.Documents;

/// <summary>What somebody changed, not how it was written: two forms of the same definition differ in nothing.</summary>
public static class DefinitionDiff
{
    /// <summary>They say which version this is, not what it does; every save changes them.</summary>
    private static readonly string[] ofTheVersion = ["$schema", "id", "createdAt", "version", "toolVersion", "isLatest", "isPublished"];

    private static readonly string[] apart = ["variables", "root"];

    public static IReadOnlyList<DefinitionChange> Between(DefinitionDocument before, DefinitionDocument after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<DefinitionChange>();
        Envelope(before.Json, after.Json, changes);
        VariableDiff.Add(before.Json["variables"], after.Json["variables"], "$.variables", changes);
        ActivityDiff.Add(DrawnActivity.All(before.Json["root"]), DrawnActivity.All(after.Json["root"]), changes);
        return changes;
    }

    private static void Envelope(JsonObject before, JsonObject after, List<DefinitionChange> changes)
    {
        foreach (var name in before.Concat(after).Select(property => property.Key).Distinct().Except(ofTheVersion).Except(apart))
        {
            var (old, now) = (before[name], after[name]);
            if (name is "inputs" or "outputs")
                Named(name, old as JsonArray ?? [], now as JsonArray ?? [], changes);
            else if (name is "options" or "customProperties")
                Inside(name, old as JsonObject ?? [], now as JsonObject ?? [], changes);
            else if (!JsonNode.DeepEquals(old, now))
                changes.Add(new(ChangeKind.EnvelopeChanged, "$." + name, null, name, Readable.Of(old), Readable.Of(now)));
        }
    }

    private static void Inside(string name, JsonObject before, JsonObject after, List<DefinitionChange> changes)
    {
        foreach (var inner in before.Concat(after).Select(property => property.Key).Distinct())
        {
            if (!Readable.AreSame(before[inner], after[inner]))
                changes.Add(new(ChangeKind.EnvelopeChanged, "$." + name, null, inner, Readable.Of(before[inner]), Readable.Of(after[inner])));
        }
    }

    private static void Named(string list, JsonArray before, JsonArray after, List<DefinitionChange> changes)
    {
        var (old, now) = (ByName(before), ByName(after));
        foreach (var name in old.Keys.Union(now.Keys))
        {
            var (one, other) = (old.GetValueOrDefault(name), now.GetValueOrDefault(name));
            if (one is null || other is null)
                changes.Add(new(ChangeKind.EnvelopeChanged, "$." + list, name, null, Readable.Of(one?["type"]) ?? (one is null ? null : name), Readable.Of(other?["type"]) ?? (other is null ? null : name)));
            else
                Each(one, other, property => changes.Add(new(ChangeKind.EnvelopeChanged, "$." + list, name, property, Readable.Of(one[property]), Readable.Of(other[property]))));
        }
    }

    private static void Each(JsonObject before, JsonObject after, Action<string> differs)
    {
        foreach (var property in before.Concat(after).Select(entry => entry.Key).Distinct())
        {
            if (!Readable.AreSame(before[property], after[property]))
                differs(property);
        }
    }

    private static Dictionary<string, JsonObject> ByName(JsonArray list)
    {
        var found = new NamedItems<JsonObject>();
        foreach (var item in list.OfType<JsonObject>())
            found.Add(JsonWords.Text(item["name"]) ?? "", item);
        return found.All;
    }
}
