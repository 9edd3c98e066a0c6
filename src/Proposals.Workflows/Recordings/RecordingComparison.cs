using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Recordings;

/// <summary>Holds a run against its recording: order, status, outcomes, variables and open bookmarks. Ids and times are a run's own.</summary>
internal sealed class RecordingComparison(JsonObject recorded, JsonObject own, WorkflowDefinition definition, RecordingPlayer player)
{
    private readonly SortedSet<string> intended = new(StringComparer.Ordinal);
    private readonly HashSet<string> closedByFinish = [];

    /// <summary>Bookmarks that this run had at the end of some step.</summary>
    private readonly HashSet<string> shown = [];

    /// <summary>Names of the intended differences that were met.</summary>
    public IReadOnlyCollection<string> Intended => intended;

    /// <summary>The first difference that is not intended; null where there is none.</summary>
    public string? FirstDifference()
    {
        var (theirs, ours) = (Lines(recorded["journal"], "event"), Lines(own["journal"], "event"));
        if (Parting(theirs, ours) is not { } parting)
            return Steps(int.MaxValue) ?? Journal() ?? Executions() ?? Final("final", recorded["final"]) ?? Variables();
        Intend(parting.Name);
        return Steps(parting.Line) ?? FirstOf("journal", [.. theirs.Take(parting.Line)], ours[..parting.Line]) ?? Executions(parting.Line) ?? OwnEnding(ours, parting.Line);
    }

    /// <summary>Where the two runs part for a reason that is meant. Up to there they must be the same.</summary>
    private (string Name, int Line)? Parting(List<string> theirs, List<string> ours)
    {
        bool Differ(int line) => theirs.ElementAtOrDefault(line) != ours.ElementAtOrDefault(line);
        var first = Enumerable.Range(0, Math.Max(theirs.Count, ours.Count)).FirstOrDefault(Differ, -1);
        if (first >= 0 && LoopedMerges().Any(merge => Begins(merge, theirs.ElementAtOrDefault(first)) || Begins(merge, ours.ElementAtOrDefault(first))))
            return (IntendedDifference.LoopOverParallel, first);
        var script = player.Incidents.FirstOrDefault(incident => incident.Code.StartsWith("script.", StringComparison.Ordinal));
        var failed = Rows(recorded["final"]?["incidents"]).Count == 0 && script is not null ? script : player.Incidents.FirstOrDefault(incident => incident.Code == "join.dead-path");
        var line = failed is null ? -1 : ours.IndexOf($"{PlayedInstance.Bare(failed.ActivityId)} {failed.ActivityType} Faulted");
        return line >= 0 && Differ(line) ? (failed == script ? IntendedDifference.ScriptDialect : IntendedDifference.DeadPathJoin, line) : null;
    }

    private static bool Begins(ActivityNode merge, string? line) => line == $"{merge.Id} {merge.Type} Started" || line == $"{merge.Id} {merge.Type} Resumed";

    /// <summary>What this engine does where it differs on purpose, if the recording says it.</summary>
    private string? OwnEnding(List<string> ours, int line) => recorded["ours"] is not JsonObject expected ? null
        : FirstOf("ours.journal", Lines(expected["journal"], "event"), ours[line..]) ?? Final("ours.final", expected["final"]);

    private string? Intend(string name)
    {
        intended.Add(name);
        return null;
    }

    /// <param name="end">Steps that went on behind this line of the journal are not compared.</param>
    private string? Steps(int end)
    {
        var (theirs, ours) = (Rows(recorded["steps"]), Rows(own["steps"]));
        for (var i = 0; i < theirs.Count && player.JournalEnds[i] <= end; i++)
        {
            shown.UnionWith(Names(ours[i]?["after"]?["bookmarks"]));
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
        var ghosts = expected.Except(found).ToList();
        return theirs["subStatus"]?.GetValue<string>() == "Faulted" && found.TrueForAll(expected.Contains) && ghosts.Count == expected.Count - found.Count && ghosts.TrueForAll(shown.Contains)
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

    /// <summary>Only what had begun before this line of the journal, and how it ended only where it had.</summary>
    private string? Executions(int end)
    {
        if (recorded["activityExecutions"] is null)
            return null;
        var (theirs, ours) = (Rows(recorded["activityExecutions"]), player.Observed.ExecutionsBefore(end));
        for (var i = 0; i < ours.Count; i++)
        {
            var (expected, found) = (theirs.ElementAtOrDefault(i) as JsonObject, ours[i]);
            foreach (var (name, value) in found)
            {
                if ((name != "outcomes" || expected?.ContainsKey(name) == true) && Different($"activityExecutions[{i}].{name}", Items(expected?[name]), value) is { } difference)
                    return difference;
            }
        }

        return null;
    }

    private static JsonNode? Items(JsonNode? list) => (list as JsonObject)?["_items"] ?? list;

    private string? Outcomes()
    {
        var (theirs, ours) = (Rows(recorded["activityExecutions"]), Rows(own["activityExecutions"]));
        for (var i = 0; i < theirs.Count; i++)
        {
            if (theirs[i] is JsonObject row && row.TryGetPropertyValue("outcomes", out var outcomes)
                && Different($"activityExecutions[{i}].outcomes", Items(outcomes), ours[i]?["outcomes"]) is { } difference)
                return difference;
        }

        return null;
    }

    private string? Final(string where, JsonNode? final)
    {
        if (final is not JsonObject theirs || own["final"] is not JsonObject ours)
            return null;
        var (expected, found) = (Incidents(theirs), Incidents(ours));
        if (!expected.SequenceEqual(found))
            return $"{where}.incidents: recorded [{string.Join(", ", expected)}], here [{string.Join(", ", found)}]";
        return Different($"{where}.status", theirs["status"], ours["status"]) ?? Different($"{where}.subStatus", theirs["subStatus"], ours["subStatus"])
            ?? Different($"{where}.correlationId", theirs["correlationId"], ours["correlationId"]) ?? Different($"{where}.name", theirs["name"], ours["name"])
            ?? Different($"{where}.output", theirs["output"] ?? new JsonObject(), ours["output"]) ?? Bookmarks(where + ".bookmarks", theirs, ours);
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

    /// <summary>Merges of parallel branches that a way back leads to before: there Elsa loses or doubles tokens.</summary>
    private IEnumerable<ActivityNode> LoopedMerges()
    {
        var nodes = definition.AllNodes.ToList();
        if (!nodes.Exists(node => node.Type == "Elsa.FlowFork" || node.Outgoing.GroupBy(edge => edge.Port).Any(port => port.Count() > 1)))
            return [];
        var back = nodes.SelectMany(node => node.Outgoing).Where(edge => edge.IsBack).Select(edge => edge.Target).ToList();
        return nodes.Where(merge => merge.ReachedFrom is { } before && back.Exists(target => target.Parent == merge.Parent && before[target.Index]));
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
