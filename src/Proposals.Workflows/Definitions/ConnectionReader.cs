using System.Text.Json;

namespace Proposals.Workflows.Definitions;

/// <summary>Both ways in which Elsa wrote connections: nested ends, and the older flat form. Missing ports are Done.</summary>
internal static class ConnectionReader
{
    private const int MaxConnections = 10_000;

    /// <param name="known">The flowchart's activities by id; null where one could not be read and has been complained about.</param>
    public static void Read(ActivityDraft flowchart, IReadOnlyDictionary<string, ActivityNode?> known)
    {
        var problems = flowchart.Problems;
        var connections = flowchart.Json.Find("connections");
        var position = -1;
        foreach (var item in connections is { ValueKind: JsonValueKind.Object } single && single.Find("source") is not null ? [single] : connections.Items())
        {
            var where = $"{flowchart.Where}.connections[{++position}]";
            if (position >= MaxConnections)
            {
                problems.Error("definition.connections", where, $"连线超过{MaxConnections}条。请拆分流程。", $"There are more than {MaxConnections} connections. Split the flowchart.");
                return;
            }

            if (ReadOne(item, where, known, problems) is { } edge)
                flowchart.Reader.Connections.Add(new DefinedConnection(edge.Source.Id, edge.Port, edge.Target.Id));
        }
    }

    private static FlowEdge? ReadOne(JsonElement item, string where, IReadOnlyDictionary<string, ActivityNode?> known, ProblemList problems)
    {
        var (sourceId, port) = End(item, "source", "Source", "sourcePort");
        var (targetId, _) = End(item, "target", "Target", "targetPort");
        if (sourceId is null || targetId is null)
        {
            problems.Error("connection.shape", where, "这条连线缺少起点或终点。请重新连接，或删除它。", "This connection lacks its source or target. Draw it again, or remove it.");
            return null;
        }

        foreach (var id in new[] { sourceId, targetId })
        {
            if (!known.ContainsKey(id))
            {
                problems.Error("connection.unknown", where, $"连线指向不存在的步骤“{id}”。请重新连接，或删除这条连线。",
                    $"The connection names activity \"{id}\", which does not exist. Draw it again, or remove it.");
            }
        }

        if (known.GetValueOrDefault(sourceId) is not { } source || known.GetValueOrDefault(targetId) is not { } target)
            return null;
        if (!source.HasPort(port))
        {
            problems.Error("connection.port", sourceId, $"“{sourceId}”没有“{port}”这个出口，连到“{targetId}”的线永远走不到。请改连到它有的出口。",
                $"\"{sourceId}\" has no port \"{port}\", so its connection to \"{targetId}\" is never taken. Connect a port that it has.");
            return null;
        }

        if (source.Outgoing.Exists(edge => edge.Port == port && edge.Target == target))
            return null;
        var made = new FlowEdge(source, port, target);
        source.Outgoing.Add(made);
        target.Incoming.Add(made);
        return made;
    }

    private static (string? Activity, string Port) End(JsonElement connection, string name, string capital, string flatPort)
    {
        if ((connection.Find(name) ?? connection.Find(capital)) is not { } end)
            return (null, "Done");
        return end.ValueKind == JsonValueKind.Object
            ? (end.Text("activity") ?? end.Text("Activity"), end.Text("port") ?? end.Text("Port") ?? "Done")
            : (end.AsText(), connection.Text(flatPort) ?? "Done");
    }
}
