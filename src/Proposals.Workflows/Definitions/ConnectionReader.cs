using System.Text.Json;

namespace Proposals.Workflows.Definitions;

/// <summary>The connections of a flowchart. The document has brought them into one form, between activities that exist.</summary>
internal static class ConnectionReader
{
    /// <param name="known">The flowchart's activities by id; null where one could not be compiled and has been complained about.</param>
    public static void Read(ActivityDraft flowchart, IReadOnlyDictionary<string, ActivityNode?> known)
    {
        foreach (var item in flowchart.Json.Find("connections").Items())
        {
            var (from, to) = (item.Find("source"), item.Find("target"));
            if (known.GetValueOrDefault(from?.Text("activity") ?? "") is { } source && known.GetValueOrDefault(to?.Text("activity") ?? "") is { } target)
                Connect(flowchart, source, from?.Text("port") ?? "Done", target);
        }
    }

    private static void Connect(ActivityDraft flowchart, ActivityNode source, string port, ActivityNode target)
    {
        if (!source.HasPort(port))
        {
            flowchart.Problems.Error("connection.port", source.Id, $"“{source.Id}”没有“{port}”这个出口，连到“{target.Id}”的线永远走不到。请改连到它有的出口。",
                $"\"{source.Id}\" has no port \"{port}\", so its connection to \"{target.Id}\" is never taken. Connect a port that it has.");
            return;
        }

        if (source.Outgoing.Exists(edge => edge.Port == port && edge.Target == target))
            return;
        var edge = new FlowEdge(source, port, target);
        source.Outgoing.Add(edge);
        target.Incoming.Add(edge);
        flowchart.Reader.Connections.Add(new DefinedConnection(source.Id, port, target.Id));
    }
}
