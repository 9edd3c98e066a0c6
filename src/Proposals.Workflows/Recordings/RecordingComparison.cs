using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Recordings;

/// <summary>Holds a run against its recording: order, status, outcomes, variables and open bookmarks. Ids and times are a run's own.</summary>
internal sealed class RecordingComparison(JsonObject recorded, JsonObject own, WorkflowDefinition definition, IReadOnlyList<IncidentRaised> incidents)
{
    private readonly SortedSet<string> intended = new(StringComparer.Ordinal);
    private readonly HashSet<string> closedByFinish = [];

    /// <summary>Names of the intended differences that were met.</summary>
    public IReadOnlyCollection<string> Intended => intended;

    /// <summary>The first difference that is not intended; null where there is none.</summary>
    public string? FirstDifference()
    {
        if (incidents.Any(incident => incident.Code.StartsWith("script.", StringComparison.Ordinal)) && Rows(recorded["final"]?["incidents"]).Count == 0)
            return Intend(IntendedDifference.ScriptDialect);
        if (incidents.Any(incident => incident.Code == "join.dead-path"))
            return Intend(IntendedDifference.DeadPathJoin);
        var difference = Steps() ?? Journal() ?? Executions() ?? Final() ?? Variables();
        return difference is not null && LoopsOverParallel() ? Intend(IntendedDifference.LoopOverParallel) : difference;
    }

    private string? Intend(string name)
    {
        intended.Add(name);
        return null;
    }

    private string? Steps()
    {
        var (theirs, ours) = (Rows(recorded["steps"]), Rows(own["steps"]));
        for (var i = 0; i < theirs.Count; i++)
        {
            if (theirs[i]?["after"] is not JsonObject after)
                continue;
            if (After($"steps[{i}].after", after, ours[i]?["after"] as JsonObject ?? []) is { } difference)
                return difference;
            if (theirs[i]?["changed"] is { } changed && Different($"steps[{i}].changed", changed, ours[i]?["changed"]) is { } silent)
                return silent;
            if (theirs[i]?["child"] is JsonObject child && ours[i]?["child"] is JsonObject ownChild && After($"steps[{i}].child", child, ownChild) is { } inChild)
                return inChild;
        }

        return null;
    }

    private string? After(string where, JsonObject theirs, JsonObject ours)
    {
        foreach (var name in new[] { "status", "subStatus", "incidents" })
        {
            if (Different($"{where}.{name}", theirs[name], ours[name]) is { } difference)
                return difference;
        }

        return Bookmarks(where + ".bookmarks", theirs, ours);
    }

    private string? Bookmarks(string where, JsonObject theirs, JsonObject ours)
    {
        var (expected, found) = (Names(theirs["bookmarks"]), Names(ours["bookmarks"]));
        if (expected.SequenceEqual(found))
            return null;
        return theirs["subStatus"]?.GetValue<string>() == "Faulted" && found.TrueForAll(expected.Contains)
            ? Intend(IntendedDifference.GhostBookmark)
            : $"{where}: recorded [{string.Join(", ", expected)}], here [{string.Join(", ", found)}]";
    }

    private string? Journal()
    {
        var (theirs, ours) = (Lines(recorded["journal"], "event"), Lines(own["journal"], "event"));
        if (!EndsInFinish(theirs))
            return FirstOf("journal", theirs, ours);
        if (ours.Count > theirs.Count && ours.Skip(theirs.Count).All(line => line.EndsWith(" Canceled", StringComparison.Ordinal) || line.EndsWith(" Completed", StringComparison.Ordinal)))
        {
            intended.Add(IntendedDifference.FinishLeavesRunning);
            closedByFinish.UnionWith(ours.Skip(theirs.Count).Select(WithoutLast));
            ours = ours[..theirs.Count];
        }

        return FirstOf("journal", theirs, ours);
    }

    private string? Executions()
    {
        if (recorded["activityExecutions"] is null)
            return null;
        var (theirs, ours) = (Lines(recorded["activityExecutions"], "status"), Lines(own["activityExecutions"], "status"));
        for (var i = 0; i < Math.Min(theirs.Count, ours.Count); i++)
        {
            if (theirs[i].EndsWith(" Running", StringComparison.Ordinal) && WithoutLast(ours[i]) == WithoutLast(theirs[i]) && closedByFinish.Contains(WithoutLast(ours[i])))
                ours[i] = theirs[i];
        }

        return FirstOf("activityExecutions", theirs, ours) ?? Outcomes();
    }

    private string? Outcomes()
    {
        var (theirs, ours) = (Rows(recorded["activityExecutions"]), Rows(own["activityExecutions"]));
        for (var i = 0; i < theirs.Count; i++)
        {
            if (theirs[i] is JsonObject row && row.TryGetPropertyValue("outcomes", out var outcomes)
                && Different($"activityExecutions[{i}].outcomes", (outcomes as JsonObject)?["_items"] ?? outcomes, ours[i]?["outcomes"]) is { } difference)
                return difference;
        }

        return null;
    }

    private string? Final()
    {
        if (recorded["final"] is not JsonObject theirs || own["final"] is not JsonObject ours)
            return null;
        var (expected, found) = (Incidents(theirs), Incidents(ours));
        if (!expected.SequenceEqual(found))
            return $"final.incidents: recorded [{string.Join(", ", expected)}], here [{string.Join(", ", found)}]";
        return Different("final.status", theirs["status"], ours["status"]) ?? Different("final.subStatus", theirs["subStatus"], ours["subStatus"])
            ?? Different("final.correlationId", theirs["correlationId"], ours["correlationId"]) ?? Different("final.name", theirs["name"], ours["name"])
            ?? Different("final.output", theirs["output"] ?? new JsonObject(), ours["output"]) ?? Bookmarks("final.bookmarks", theirs, ours);
    }

    private string? Variables()
    {
        var ours = Rows(own["variables"]);
        foreach (var variable in Rows(recorded["variables"]))
        {
            var id = variable?["id"]?.GetValue<string>();
            var found = ours.FirstOrDefault(candidate => candidate?["id"]?.GetValue<string>() == id);
            if (Different($"variables.{variable?["name"]}", variable?["value"], found?["value"]) is { } difference)
                return difference;
        }

        return null;
    }

    /// <summary>A way back to before a merge of parallel branches: there Elsa loses or doubles tokens.</summary>
    private bool LoopsOverParallel()
    {
        var nodes = definition.AllNodes.ToList();
        var back = nodes.SelectMany(node => node.Outgoing).Where(edge => edge.IsBack).Select(edge => edge.Target).ToList();
        return nodes.Exists(merge => merge.ReachedFrom is { } before && back.Exists(target => target.Parent == merge.Parent && before[target.Index]))
            && nodes.Exists(node => node.Type == "Elsa.FlowFork" || node.Outgoing.GroupBy(edge => edge.Port).Any(port => port.Count() > 1));
    }

    private static bool EndsInFinish(List<string> journal) => journal is [.., var last] && last.Contains(" Elsa.Finish ", StringComparison.Ordinal);

    private static string? FirstOf(string where, List<string> theirs, List<string> ours)
    {
        for (var i = 0; i < Math.Max(theirs.Count, ours.Count); i++)
        {
            var (expected, found) = (theirs.ElementAtOrDefault(i), ours.ElementAtOrDefault(i));
            if (expected != found)
                return $"{where}[{i}]: recorded {expected ?? "nothing"}, here {found ?? "nothing"}";
        }

        return null;
    }

    private static string? Different(string where, JsonNode? theirs, JsonNode? ours) =>
        JsonNode.DeepEquals(Plain(theirs), Plain(ours)) ? null : $"{where}: recorded {theirs?.ToJsonString() ?? "null"}, here {ours?.ToJsonString() ?? "null"}";

    /// <summary>Numbers by value, and properties in one order.</summary>
    private static JsonNode? Plain(JsonNode? node) => JsonNode.Parse(CanonicalJson.Of(node));

    private static List<string> Lines(JsonNode? list, string what) =>
        [.. Rows(list).Select(row => $"{Text(row?["activityId"])} {Text(row?["activityType"] ?? row?["type"])} {Text(row?[what])}")];

    private static string WithoutLast(string line) => line[..line.LastIndexOf(' ')];

    private static List<string> Names(JsonNode? bookmarks) =>
        [.. Rows(bookmarks).Select(bookmark => $"{Text(bookmark?["activityId"])} {Text(bookmark?["name"])} {Text(bookmark?["payload"]?["taskName"] ?? bookmark?["payload"]?["eventName"])}").Order(StringComparer.Ordinal)];

    private static List<string> Incidents(JsonObject final) => [.. Rows(final["incidents"]).Select(incident => $"{Text(incident?["activityId"])} {Text(incident?["activityType"])}")];

    private static List<JsonNode?> Rows(JsonNode? list) => list is JsonArray rows ? [.. rows] : [];

    private static string Text(JsonNode? node) => node?.ToString() ?? "";
}

/// <summary>Where this engine differs from Elsa on purpose.</summary>
internal static class IntendedDifference
{
    /// <summary>Elsa leaves the records of what Finish cut off as Running; here they are closed.</summary>
    public const string FinishLeavesRunning = "finish-leaves-running";

    /// <summary>A faulted instance of Elsa keeps bookmarks that nothing resumes; here the answer is kept for when it goes on.</summary>
    public const string GhostBookmark = "ghost-bookmark";

    /// <summary>A join that waits for all and can never have them ends Elsa's flowchart silently; here it is an incident.</summary>
    public const string DeadPathJoin = "dead-path-join";

    /// <summary>Scripts are ES5.</summary>
    public const string ScriptDialect = "script-dialect";

    /// <summary>A loop back over parallel branches keeps every token.</summary>
    public const string LoopOverParallel = "loop-over-parallel";
}
