using System.Text.Json.Nodes;

namespace Proposals.Workflows.Documents;

/// <summary>Variables are the same by id, so a renamed one is changed and not another.</summary>
internal static class VariableDiff
{
    public static void Add(JsonNode? before, JsonNode? after, string where, List<DefinitionChange> changes)
    {
        var (old, now) = (ById(before), ById(after));
        foreach (var (id, variable) in old.Where(variable => !now.ContainsKey(variable.Key)))
            changes.Add(new(ChangeKind.VariableRemoved, where, Name(variable, id), null, Text(variable), null));
        foreach (var (id, variable) in now)
        {
            if (!old.TryGetValue(id, out var earlier))
            {
                changes.Add(new(ChangeKind.VariableAdded, where, Name(variable, id), null, null, Text(variable)));
                continue;
            }

            foreach (var property in earlier.Concat(variable).Select(entry => entry.Key).Distinct())
            {
                if (!Readable.AreSame(earlier[property], variable[property]))
                    changes.Add(new(ChangeKind.VariableChanged, where, Name(variable, id), property, Readable.Of(earlier[property]), Readable.Of(variable[property])));
            }
        }
    }

    private static string Name(JsonObject variable, string id) => JsonWords.Text(variable["name"]) ?? id;

    private static string Text(JsonObject variable) =>
        (JsonWords.Text(variable["typeName"]) ?? "Object") + (Readable.Of(variable["value"]) is { Length: > 0 } value ? " = " + value : "");

    private static Dictionary<string, JsonObject> ById(JsonNode? list)
    {
        var found = new NamedItems<JsonObject>();
        foreach (var variable in (list as JsonArray ?? []).OfType<JsonObject>())
            found.Add(JsonWords.Text(variable["id"]) ?? JsonWords.Text(variable["name"]) ?? "", variable);
        return found.All;
    }
}
