using System.Text.Json.Nodes;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Recordings;

/// <summary>Runs the steps of a recording in memory: its own clock, its own child instances.</summary>
internal sealed class RecordingPlayer(ActivityCatalogue catalogue, FindDefinition find)
{
    private const int MaxInstances = 100;

    private readonly Dictionary<string, PlayedInstance> instances = [];
    private readonly Dictionary<string, string> waitsByTask = [];
    private DateTimeOffset now = new(2026, 3, 31, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Definitions that instances asked for and nobody has; their ends are taken from the recording.</summary>
    public List<string> Missing { get; } = [];

    public IReadOnlyList<IncidentRaised> Incidents => instances.TryGetValue("run", out var root) ? root.Incidents : [];

    /// <returns>What happened, in the form of the recording.</returns>
    public JsonObject Play(WorkflowDefinition definition, JsonArray steps)
    {
        var root = new PlayedInstance("run", definition, null, null);
        var played = new JsonArray();
        JsonObject? recordedBefore = null;
        foreach (var step in steps)
        {
            var before = root.Journal().Count;
            var own = new JsonObject { ["apply"] = step?["apply"]?.DeepClone() };
            Apply(root, step?["apply"], step as JsonObject ?? [], recordedBefore, own);
            own["changed"] = root.Journal().Count > before;
            own["after"] = root.After();
            played.Add((JsonNode)own);
            recordedBefore = step?["after"] as JsonObject;
        }

        return new JsonObject
        {
            ["steps"] = played,
            ["journal"] = root.Journal(),
            ["activityExecutions"] = root.Executions(),
            ["final"] = root.Final(),
            ["variables"] = root.Variables(),
        };
    }

    private void Apply(PlayedInstance root, JsonNode? apply, JsonObject step, JsonObject? before, JsonObject own)
    {
        if (apply is JsonArray pair && pair.Count == 2 && Word(pair[0]) == "wait")
            Pass(TimeSpan.FromSeconds(Math.Clamp(pair[1]?.GetValue<double>() ?? 0, 0, 1e8)));
        else if (apply is not JsonObject named)
            throw new FormatException($"A step applies {apply?.ToJsonString() ?? "nothing"}, which is not known.");
        else if (named.ContainsKey("execute"))
            Begin(root, new Start(root.Id, now) { Inputs = named["execute"]?["input"]?.DeepClone() as JsonObject ?? [] });
        else if (named.ContainsKey("task") || named.ContainsKey("task_again"))
            Answer(root, Word(named["task"] ?? named["task_again"]), Word(named["taskId"]), before, named["result"]);
        else if (named.ContainsKey("child_task"))
            AnswerChild(root, named, step, own);
        else if (named.ContainsKey("event"))
            Publish(Word(named["event"]), named["input"]);
        else if (named.ContainsKey("cancel"))
            Tell(root, new Cancel("cancelled", now));
        else
            throw new FormatException($"A step applies {named.ToJsonString()}, which is not known.");
    }

    private void Begin(PlayedInstance instance, Start start)
    {
        instances[instance.Id] = instance;
        Tell(instance, start);
    }

    private void Tell(PlayedInstance instance, WorkflowEvent happened)
    {
        var effects = instance.Tell(happened);
        foreach (var child in effects.OfType<ChildWanted>())
            BeginChild(instance, child);
        foreach (var published in effects.OfType<EventPublished>())
            Publish(published.EventName, published.Payload);
        if (effects.OfType<InstanceFinished>().Any() || effects.OfType<IncidentRaised>().Any(incident => incident.StopsInstance))
            TellParent(instance);
    }

    private void TellParent(PlayedInstance ended)
    {
        if (ended is { Parent: { } parent, ParentWait: { } wait })
            Tell(parent, new ChildEnded(wait, ended.Status, ended.Output, now));
    }

    private void BeginChild(PlayedInstance parent, ChildWanted wanted)
    {
        if (find(wanted.DefinitionId, null) is not { } text)
        {
            Missing.Add(wanted.DefinitionId);
            return;
        }

        if (instances.Count >= MaxInstances)
            throw new FormatException($"The run starts more than {MaxInstances} instances.");
        var loaded = DefinitionReader.Load(text, catalogue, find);
        var definition = loaded.Definition ?? throw new FormatException($"Definition {wanted.DefinitionId} does not run: {loaded.Problems[0].Sentence.English}");
        var child = new PlayedInstance(wanted.ChildInstanceId, definition, parent, wanted.WaitId);
        Begin(child, new Start(child.Id, now) { Inputs = (JsonObject)wanted.Inputs.DeepClone() });
        if (child.Status != "Running")
            parent.ForgetWaiting(wanted.ActivityId);
    }

    /// <summary>The recording's task ids are not ours: the same place among the bookmarks of that activity says which wait is meant.</summary>
    private void Answer(PlayedInstance root, string activity, string taskId, JsonObject? before, JsonNode? result)
    {
        if (!waitsByTask.TryGetValue(taskId, out var wait))
        {
            var recorded = before?["bookmarks"]?.AsArray().Where(bookmark => Word(bookmark?["activityId"]) == activity).ToList() ?? [];
            var place = Math.Max(0, recorded.FindIndex(bookmark => Word(bookmark?["payload"]?["taskId"]) == taskId));
            wait = root.Bookmarks.Where(bookmark => bookmark.ActivityId == activity).ElementAtOrDefault(place)?.WaitId ?? "";
            waitsByTask[taskId] = wait;
        }

        Tell(root, new Answer(wait, "Done", now) { Outputs = new JsonObject { ["result"] = result?.DeepClone() } });
    }

    private void AnswerChild(PlayedInstance root, JsonObject apply, JsonObject step, JsonObject own)
    {
        var activity = Word(apply["child_task"]);
        var child = instances.Values.LastOrDefault(instance => instance.Parent is not null && instance.Bookmarks.Any(bookmark => bookmark.ActivityId == activity));
        if (child is not null)
        {
            var wait = child.Bookmarks.First(bookmark => bookmark.ActivityId == activity).WaitId;
            Tell(child, new Answer(wait, "Done", now) { Outputs = new JsonObject { ["result"] = apply["result"]?.DeepClone() } });
            own["child"] = child.After();
        }
        else if (Missing.Count > 0 && Word(step["child"]?["status"]) == "Finished" && root.Bookmarks.FirstOrDefault(bookmark => bookmark.Payload.ContainsKey("childInstanceId")) is { } waiting)
        {
            Tell(root, new ChildEnded(waiting.WaitId, Word(step["child"]?["subStatus"]), [], now));
        }
    }

    private void Publish(string name, JsonNode? payload)
    {
        foreach (var instance in instances.Values.ToList())
            Tell(instance, new EventHappened(name, payload, now));
    }

    private void Pass(TimeSpan time)
    {
        var until = now + time;
        while (true)
        {
            var due = instances.Values.SelectMany(instance => instance.Bookmarks.Where(bookmark => bookmark.DueAt <= until).Select(bookmark => (instance, bookmark)))
                .OrderBy(pair => pair.bookmark.DueAt).FirstOrDefault();
            if (due.instance is null)
                break;
            now = due.bookmark.DueAt > now ? due.bookmark.DueAt.Value : now;
            Tell(due.instance, new TimerElapsed(due.bookmark.WaitId, now));
        }

        now = until;
    }

    private static string Word(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? word) ? word : "";
}
