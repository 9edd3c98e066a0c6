using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>Every way in which Elsa wrote connections, made one: nested ends with both ports, corners kept.</summary>
internal static class ConnectionForm
{
    private const int MaxConnections = 10_000;

    private static readonly PropertyOrder order = new("source", "target", "vertices");
    private static readonly PropertyOrder flatOrder = new("source", "target", "sourcePort", "targetPort", "vertices");
    private static readonly PropertyOrder endOrder = new("activity", "port");
    private static readonly PropertyOrder cornerOrder = new("x", "y");
    private static readonly string[] parkingPlaces = ["notFoundConnections", "NotFoundConnectionsKey"];

    /// <param name="known">Ids of the activities of this flowchart.</param>
    public static void Read(JsonObject flowchart, string where, HashSet<string> known, ProblemList problems)
    {
        var canonical = new JsonArray();
        var seen = new HashSet<(string, string, string, string)>();
        var written = flowchart["connections"];
        var list = JsonWords.List(written) ?? (written is JsonObject single && IsConnection(single) ? new JsonArray(single.DeepClone()) : null);
        if (list is null && written is not null)
        {
            problems.Error("connection.shape", where + ".connections", "流程图的连线（connections）不是列表。请重新导出流程。", "The flowchart's connections are not a list. Export the workflow again.");
            return;
        }

        var items = list?.ToArray() ?? [];
        list?.Clear();
        for (var position = 0; position < items.Length; position++)
        {
            var at = $"{where}.connections[{position}]";
            if (position >= MaxConnections)
            {
                problems.Error("definition.connections", at, $"连线超过{MaxConnections}条。请拆分流程。", $"There are more than {MaxConnections} connections. Split the flowchart.");
                return;
            }

            if (One(items[position], at, problems) is { } connection && Ends(connection, at, known, problems) is { } ends && seen.Add(ends))
                canonical.Add(connection);
        }

        Restore(flowchart, where, known, seen, canonical, problems);
        flowchart["connections"] = canonical;
    }

    public static (string Source, string Port, string Target, string TargetPort) Key(JsonNode? connection) => (
        End(connection, "source", "activity"), End(connection, "source", "port"),
        End(connection, "target", "activity"), End(connection, "target", "port"));

    private static string End(JsonNode? connection, string end, string property) => JsonWords.Text(JsonWords.At(JsonWords.At(connection, end), property)) ?? "";

    private static bool IsConnection(JsonObject written) => written.ContainsKey("source") || written.ContainsKey("Source");

    private static JsonObject? One(JsonNode? item, string where, ProblemList problems)
    {
        if (item is JsonObject connection)
        {
            flatOrder.Apply(connection, where, problems);
            var source = End(connection, "source", "sourcePort", "Done", where, problems);
            var target = End(connection, "target", "targetPort", "In", where, problems);
            if (source is not null && target is not null)
            {
                JsonWords.Replace(connection, "source", source);
                JsonWords.Replace(connection, "target", target);
                Corners(connection, where, problems);
                order.Apply(connection, where, problems);
                return connection;
            }
        }

        problems.Error("connection.shape", where, "这条连线缺少起点或终点。请重新连接，或删除它。", "This connection lacks its source or target. Draw it again, or remove it.");
        return null;
    }

    private static JsonObject? End(JsonObject connection, string name, string flatPort, string defaultPort, string where, ProblemList problems)
    {
        var flat = JsonWords.Text(connection[flatPort]) is { Length: > 0 } written ? written : defaultPort;
        connection.Remove(flatPort);
        if (connection[name] is not JsonObject nested)
            return JsonWords.Text(connection[name]) is { } activity ? new JsonObject { ["activity"] = activity, ["port"] = flat } : null;
        endOrder.Apply(nested, $"{where}.{name}", problems);
        if (JsonWords.Text(nested["activity"]) is null || (nested["port"] is { } port && JsonWords.Text(port) is null))
            return null;
        if (string.IsNullOrEmpty(JsonWords.Text(nested["port"])))
            nested["port"] = flat;
        endOrder.Apply(nested, $"{where}.{name}", problems);
        return nested;
    }

    private static void Corners(JsonObject connection, string where, ProblemList problems)
    {
        if (JsonWords.List(connection["vertices"]) is not { } corners)
        {
            connection["vertices"] = new JsonArray();
            return;
        }

        foreach (var corner in corners.OfType<JsonObject>())
            cornerOrder.Apply(corner, where + ".vertices", problems);
        JsonWords.Replace(connection, "vertices", corners);
    }

    private static (string, string, string, string)? Ends(JsonObject connection, string where, HashSet<string> known, ProblemList problems)
    {
        var ends = Key(connection);
        foreach (var id in new[] { ends.Source, ends.Target })
        {
            if (known.Contains(id))
                continue;
            problems.Error("connection.unknown", where, $"连线指向不存在的步骤“{id}”。请重新连接，或删除这条连线。",
                $"The connection names activity \"{id}\", which does not exist. Draw it again, or remove it.");
            return null;
        }

        return ends;
    }

    /// <summary>Elsa parks the connections of activities it did not know; here such activities keep their place, so their connections come back.</summary>
    private static void Restore(JsonObject flowchart, string where, HashSet<string> known, HashSet<(string, string, string, string)> seen, JsonArray canonical, ProblemList problems)
    {
        if (flowchart["customProperties"] is not JsonObject custom)
            return;
        custom.Remove("allActivities");
        custom.Remove("allConnections");
        foreach (var place in parkingPlaces)
        {
            var parked = JsonWords.List(custom[place])?.ToArray() ?? [];
            JsonWords.List(custom[place])?.Clear();
            custom.Remove(place);
            for (var position = 0; position < parked.Length; position++)
            {
                var at = $"{where}.customProperties.{place}[{position}]";
                if (One(parked[position], at, new ProblemList()) is { } connection && known.Contains(Key(connection).Source) && known.Contains(Key(connection).Target))
                {
                    if (seen.Add(Key(connection)) && canonical.Count < MaxConnections)
                        canonical.Add(connection);
                }
                else
                {
                    problems.Warn("connection.lost", at, "这条曾被搁置的连线，其起点或终点已不存在，未予恢复。", "One end of this connection, which had been put aside, no longer exists; it was not restored.");
                }
            }
        }
    }
}
