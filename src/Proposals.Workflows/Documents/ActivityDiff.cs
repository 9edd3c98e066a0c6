using System.Text.Json.Nodes;

namespace Proposals.Workflows.Documents;

internal static class ActivityDiff
{
    /// <summary>Compared elsewhere, or the activity's very identity.</summary>
    private static readonly string[] apart = ["id", "activities", "connections", "variables", "cases", "states", "transitions", "customProperties", "metadata", "version"];

    public static void Add(Dictionary<string, DrawnActivity> before, Dictionary<string, DrawnActivity> after, List<DefinitionChange> changes)
    {
        foreach (var old in before.Values.Where(activity => !after.ContainsKey(activity.Id)))
            changes.Add(new(ChangeKind.ActivityRemoved, old.Id, old.Name, null, old.Type, null));
        foreach (var now in after.Values)
        {
            if (before.TryGetValue(now.Id, out var old))
                Compare(old, now, changes);
            else
                changes.Add(new(ChangeKind.ActivityAdded, now.Id, now.Name, null, null, now.Type));
            VariableDiff.Add(old?.Json["variables"], now.Json["variables"], now.Id, changes);
        }

        ConnectionDiff.Add(before, after, changes);
        foreach (var now in after.Values)
        {
            if (before.TryGetValue(now.Id, out var old))
                Position(old, now, changes);
        }
    }

    private static void Compare(DrawnActivity before, DrawnActivity after, List<DefinitionChange> changes)
    {
        void Changed(string property, string? old, string? now) => changes.Add(new(ChangeKind.ActivityChanged, after.Id, after.Name, property, old, now));

        if (before.Holder != after.Holder)
            Changed("container", before.Holder, after.Holder);
        if (!JsonNode.DeepEquals(before.Json["version"] ?? 1, after.Json["version"] ?? 1))
            Changed("version", Readable.Of(before.Json["version"]), Readable.Of(after.Json["version"]));
        foreach (var property in Names(before.Json, after.Json).Except(apart))
        {
            var (old, now) = (before.Json[property], after.Json[property]);
            // Branches of a parallel are activities of their own; those of a fork are names.
            if (property == "branches" && HoldsOnlyActivities(old) && HoldsOnlyActivities(now))
                continue;
            if (!Readable.AreSame(old, now) && !DrawnActivity.IsActivity(old) && !DrawnActivity.IsActivity(now))
                Changed(property, Readable.Of(old), Readable.Of(now));
        }

        Inside("", Object(before.Json["metadata"]), Object(after.Json["metadata"]), ["designer"], Changed);
        Inside("customProperties.", Object(before.Json["customProperties"]), Object(after.Json["customProperties"]), [], Changed);
        foreach (var list in new[] { "cases", "states", "transitions" })
            Items(list, before.Json[list] as JsonArray ?? [], after.Json[list] as JsonArray ?? [], Changed);
        var (common, reordered) = (before.Holds.Intersect(after.Holds).ToList(), after.Holds.Intersect(before.Holds).ToList());
        // On a flowchart the lines say what follows; elsewhere the order does.
        if (after.Type != "Elsa.Flowchart" && !common.SequenceEqual(reordered))
            Changed("activities", string.Join(", ", common), string.Join(", ", reordered));
    }

    private static void Inside(string prefix, JsonObject before, JsonObject after, string[] without, Action<string, string?, string?> changed)
    {
        foreach (var name in Names(before, after).Except(without))
        {
            if (!Readable.AreSame(before[name], after[name]))
                changed(prefix + name, Readable.Of(before[name]), Readable.Of(after[name]));
        }
    }

    /// <summary>Cases, states and transitions: each by its name, without the activities that hang in them.</summary>
    private static void Items(string list, JsonArray before, JsonArray after, Action<string, string?, string?> changed)
    {
        var (old, now) = (ByLabel(before), ByLabel(after));
        foreach (var label in old.Keys.Union(now.Keys))
        {
            var (one, other) = (old.GetValueOrDefault(label), now.GetValueOrDefault(label));
            if (one != other)
                changed($"{list}[{label}]", one, other);
        }

        var (common, reordered) = (old.Keys.Intersect(now.Keys).ToList(), now.Keys.Intersect(old.Keys).ToList());
        if (!common.SequenceEqual(reordered))
            changed(list, string.Join(", ", common), string.Join(", ", reordered));
    }

    private static Dictionary<string, string> ByLabel(JsonArray list)
    {
        var found = new NamedItems<string>();
        foreach (var item in list)
            found.Add(JsonWords.Text(JsonWords.At(item, "label")) ?? JsonWords.Text(JsonWords.At(item, "name")) ?? "", Item(item));
        return found.All;
    }

    private static string Item(JsonNode? item) => item switch
    {
        JsonObject holder when holder["condition"] is JsonObject condition && holder.All(property => property.Key is "label" or "condition" || DrawnActivity.IsActivity(property.Value)) =>
            Readable.Of(new JsonObject { ["expression"] = (condition["expression"] ?? condition).DeepClone() }) ?? "",
        JsonObject holder => string.Join("; ", holder.Where(property => property.Key != "label" && !DrawnActivity.IsActivity(property.Value)).Select(property => $"{property.Key}: {Readable.Of(property.Value)}")),
        _ => Readable.Of(item) ?? "",
    };

    private static void Position(DrawnActivity before, DrawnActivity after, List<DefinitionChange> changes)
    {
        var (old, now) = (Object(JsonWords.At(before.Json["metadata"], "designer")), Object(JsonWords.At(after.Json["metadata"], "designer")));
        foreach (var property in Names(old, now))
        {
            if (!JsonNode.DeepEquals(old[property], now[property]))
                changes.Add(new(ChangeKind.Moved, after.Id, after.Name, property, Place(old[property]), Place(now[property])));
        }
    }

    private static string? Place(JsonNode? value) => value is JsonObject place ? string.Join(" × ", place.Select(side => Readable.Of(side.Value))) : Readable.Of(value);

    private static IEnumerable<string> Names(JsonObject before, JsonObject after) => before.Concat(after).Select(property => property.Key).Distinct();

    private static bool HoldsOnlyActivities(JsonNode? value) => value is null || (value is JsonArray list && list.All(DrawnActivity.IsActivity));

    private static JsonObject Object(JsonNode? value) => value as JsonObject ?? [];
}
