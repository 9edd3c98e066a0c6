using System.Text.Json.Nodes;

namespace Proposals.Workflows.Documents;

internal static class ConnectionDiff
{
    public static void Add(Dictionary<string, DrawnActivity> before, Dictionary<string, DrawnActivity> after, List<DefinitionChange> changes)
    {
        var (old, now) = (All(before), All(after));
        foreach (var connection in old.Where(connection => !now.ContainsKey(connection.Key)))
            changes.Add(Change(ChangeKind.ConnectionRemoved, connection.Key, before, Line(connection.Key, before), null));
        foreach (var (key, corners) in now)
        {
            if (!old.TryGetValue(key, out var earlier))
                changes.Add(Change(ChangeKind.ConnectionAdded, key, after, null, Line(key, after)));
            else if (!JsonNode.DeepEquals(earlier, corners))
                changes.Add(Change(ChangeKind.Moved, key, after, Readable.Of(earlier), Readable.Of(corners)));
        }
    }

    private static DefinitionChange Change(ChangeKind kind, (string Source, string Port, string Target, string TargetPort) key, Dictionary<string, DrawnActivity> all, string? before, string? after) =>
        new(kind, key.Source, Name(key.Source, all), key.Port, before, after);

    private static string Line((string Source, string Port, string Target, string TargetPort) key, Dictionary<string, DrawnActivity> all) =>
        $"{Name(key.Source, all)} → {Name(key.Target, all)}{(key.TargetPort == "In" ? "" : $" ({key.TargetPort})")}";

    private static string Name(string id, Dictionary<string, DrawnActivity> all) => all.TryGetValue(id, out var activity) ? activity.Name : id;

    private static Dictionary<(string Source, string Port, string Target, string TargetPort), JsonNode?> All(Dictionary<string, DrawnActivity> activities)
    {
        var found = new Dictionary<(string, string, string, string), JsonNode?>();
        foreach (var connection in activities.Values.SelectMany(activity => activity.Connections))
            found.TryAdd(ConnectionForm.Key(connection), JsonWords.At(connection, "vertices"));
        return found;
    }
}
