using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>The names of an activity's properties: how they are spelt, which are dropped, and in which order they stand.</summary>
internal static class ActivityNames
{
    private const int AfterAll = 100;

    private static readonly string[] first = ["id", "type", "version", "name"];
    private static readonly string[] last = ["customProperties", "metadata"];
    private static readonly string[] structure =
        ["activities", "body", "branches", "cases", "connections", "default", "else", "joinMode", "states", "then", "transitions", "variable", "variables"];

    private static readonly PropertyOrder own = new([.. first, .. last, "nodeId"]);
    private static readonly PropertyOrder custom = new("canStartWorkflow", "runAsynchronously");
    private static readonly PropertyOrder metadata = new("displayText", "description", "designer");
    private static readonly PropertyOrder designer = new("position", "size");
    private static readonly PropertyOrder position = new("x", "y");
    private static readonly PropertyOrder size = new("width", "height");
    private static readonly string[] ownFlags = ["canStartWorkflow", "runAsynchronously"];

    /// <summary>What every activity has, in lower case. Done first, because id and type decide about the rest.</summary>
    public static void Spell(JsonObject activity, string where, ProblemList problems)
    {
        own.Apply(activity, where, problems);
        // Elsa works it out again on every load.
        activity.Remove("nodeId");
    }

    /// <summary>Undoes what older writers did with names, and brings an activity's own bookkeeping in order.</summary>
    public static void Tidy(JsonObject activity, string type, ActivityDescriptor? descriptor, string where, ProblemList problems)
    {
        if (type == "Elsa.Flowchart")
            activity.Remove("start");
        else if (descriptor is not null)
            Rename(activity, [.. structure, .. descriptor.Inputs.Select(input => input.Name), .. descriptor.Outputs.Select(output => output.Name)], where, problems);
        if (activity["customProperties"] is JsonObject properties)
        {
            foreach (var flag in ownFlags)
                Move(activity, properties, flag);
            custom.Apply(properties, where + ".customProperties", problems);
        }

        if (activity["metadata"] is JsonObject words)
            Metadata(words, where + ".metadata", problems);
    }

    public static void Order(JsonObject activity, ActivityDescriptor? descriptor)
    {
        var properties = new List<(int Rank, string Name, JsonNode? Value)>(activity.Count);
        foreach (var (name, value) in activity)
            properties.Add((Rank(name, value, descriptor), name, value));
        PropertyOrder.Fill(activity, properties, "", null);
    }

    private static int Rank(string name, JsonNode? value, ActivityDescriptor? descriptor)
    {
        if (Array.IndexOf(first, name) is >= 0 and var early)
            return early;
        if (Array.IndexOf(last, name) is >= 0 and var late)
            return first.Length + 2 + late;
        if (InputForm.IsOutput(value))
            return first.Length + 1;
        var isKnown = Array.IndexOf(structure, name) >= 0 || InputForm.IsWrapped(value) || descriptor?.Inputs.Any(input => input.Name == name) == true;
        return isKnown ? first.Length : AfterAll;
    }

    private static void Rename(JsonObject activity, string[] names, string where, ProblemList problems)
    {
        foreach (var (written, value) in activity.ToArray())
        {
            if (Array.Find(names, name => string.Equals(name, written, StringComparison.OrdinalIgnoreCase)) is not { } canonical || canonical == written)
                continue;
            activity.Remove(written);
            if (!activity.TryAdd(canonical, value))
                JsonText.Twice(where + JsonPath.Below(canonical), canonical, problems);
        }
    }

    /// <summary>Older files say it beside the activity's inputs, or with a capital. What Elsa looks at first counts.</summary>
    private static void Move(JsonObject activity, JsonObject properties, string flag)
    {
        var capital = char.ToUpperInvariant(flag[0]) + flag[1..];
        (JsonObject Owner, string Name)[] places = [(properties, flag), (activity, flag), (properties, capital), (activity, capital)];
        bool? said = null;
        foreach (var (owner, name) in places)
        {
            if (JsonWords.Flag(owner[name]) is not { } value)
                continue;
            said ??= value;
            owner.Remove(name);
        }

        if (said is { } kept)
            properties[flag] = kept;
    }

    private static void Metadata(JsonObject words, string where, ProblemList problems)
    {
        metadata.Apply(words, where, problems);
        if (words["designer"] is not JsonObject drawn)
            return;
        designer.Apply(drawn, where + ".designer", problems);
        if (drawn["position"] is JsonObject place)
            position.Apply(place, where + ".designer.position", problems);
        if (drawn["size"] is JsonObject extent)
            size.Apply(extent, where + ".designer.size", problems);
    }
}
