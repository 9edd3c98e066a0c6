using System.Text.Json.Nodes;
using Proposals.Workflows.Activities;
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
    private PlayedInstance? observed;
    private DateTimeOffset now = new(2026, 3, 31, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Definitions that instances asked for and nobody has; their ends are taken from the recording.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>What the recording left open and how it was read.</summary>
    public List<string> Notes { get; } = [];

    public IReadOnlyList<IncidentRaised> Incidents => Observed.Incidents;

    /// <summary>The instance that journal and state are told of.</summary>
    public PlayedInstance Observed => observed ?? throw new InvalidOperationException("Nothing has been played.");

    /// <summary>How long its journal was after each step; 0 for steps of instances before it.</summary>
    public List<int> JournalEnds { get; } = [];

    /// <returns>What happened, in the form of the recording.</returns>
    public JsonObject Play(WorkflowDefinition definition, JsonArray steps)
    {
        observed = new PlayedInstance("run", definition, null, null);
        var played = new JsonArray();
        JsonObject? recordedBefore = null;
        foreach (var step in steps)
        {
            var apply = StepForm.Read(step?["apply"]);
            if (apply is StepForm.Execute && instances.ContainsKey(observed.Id))
            {
                observed = new PlayedInstance($"run{instances.Count + 1}", definition, null, null);
                for (var i = 0; i < JournalEnds.Count; i++)
                    JournalEnds[i] = 0;
                Notes.Add("the workflow is executed more than once; journal and state are told of the last instance");
            }

            var before = observed.Journal().Count;
            var own = new JsonObject { ["apply"] = step?["apply"]?.DeepClone() };
            Apply(observed, apply, step as JsonObject ?? [], recordedBefore, own);
            own["changed"] = observed.Journal().Count > before;
            own["after"] = observed.After();
            JournalEnds.Add(observed.Journal().Count);
            played.Add((JsonNode)own);
            recordedBefore = step?["after"] as JsonObject;
        }

        return new JsonObject
        {
            ["steps"] = played,
            ["journal"] = observed.Journal(),
            ["activityExecutions"] = observed.Executions(),
            ["final"] = observed.Final(),
            ["variables"] = observed.Variables(),
        };
    }

    private void Apply(PlayedInstance observed, StepForm apply, JsonObject step, JsonObject? before, JsonObject own)
    {
        switch (apply)
        {
            case StepForm.Execute execute:
                Begin(observed, new Start(observed.Id, now) { Inputs = execute.Input, CorrelationId = execute.CorrelationId });
                break;
            case StepForm.Task task:
                Answer(observed, task, before);
                break;
            case StepForm.ChildTask task:
                AnswerChild(observed, task, step, own);
                break;
            case StepForm.Published published when instances.Count == 0 && Trigger(observed, published.Name) is { } trigger:
                Begin(observed, new Start(observed.Id, now) { TriggerActivityId = trigger, TriggerPayload = published.Input?.DeepClone(), CorrelationId = published.CorrelationId });
                break;
            case StepForm.Published published:
                Publish(published.Name, published.Input, published.CorrelationId);
                break;
            case StepForm.Pause pause:
                Pass(pause.Length);
                break;
            case StepForm.Cancelled:
                Tell(observed, new Cancel("cancelled", now));
                break;
        }
    }

    /// <summary>The activity that starts the workflow when this event happens.</summary>
    private static string? Trigger(PlayedInstance observed, string eventName) =>
        observed.Definition.AllNodes.FirstOrDefault(node => node.Executor is WaitForEvent { StartsWorkflow: true } waiting && waiting.LiteralName == eventName)?.Key;

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
            Publish(published.EventName, published.Payload, published.CorrelationId);
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
        Begin(child, new Start(child.Id, now) { Inputs = (JsonObject)wanted.Inputs.DeepClone(), CorrelationId = wanted.CorrelationId });
        if (wanted.WaitId is not null && child.Status != "Running" && parent.Definition.Node(wanted.ActivityId).Type == "Elsa.ExecuteWorkflow")
            parent.ForgetWaiting(wanted.ActivityId);
    }

    private void Answer(PlayedInstance observed, StepForm.Task task, JsonObject? before)
    {
        if (!waitsByTask.TryGetValue(task.TaskId, out var wait))
        {
            wait = task.IsRepeated ? null : WaitOf(observed, task, before);
            if (task.TaskId.Length > 0 && wait is not null)
                waitsByTask[task.TaskId] = wait;
        }

        Tell(observed, new Answer(wait ?? "", "Done", now) { Outputs = new JsonObject { ["result"] = task.Result?.DeepClone() } });
    }

    /// <summary>The recording's task ids are not ours: the same place among the bookmarks of that activity says which wait is meant. An id it never showed is nobody's.</summary>
    private static string? WaitOf(PlayedInstance observed, StepForm.Task task, JsonObject? before)
    {
        var open = observed.Bookmarks.Where(bookmark => bookmark.ActivityId == task.Name).ToList();
        if (open.Count == 0)
            open = [.. observed.Bookmarks.Where(bookmark => bookmark.Payload["taskName"]?.GetValue<string>() == task.Name)];
        if (task.TaskId.Length == 0 || before?["bookmarks"] is not JsonArray shown)
            return open.FirstOrDefault()?.WaitId;
        var place = shown.Where(bookmark => open.Exists(candidate => candidate.ActivityId == Word(bookmark?["activityId"])))
            .Select(bookmark => Word(bookmark?["payload"]?["taskId"])).ToList().IndexOf(task.TaskId);
        return open.ElementAtOrDefault(place)?.WaitId;
    }

    private void AnswerChild(PlayedInstance observed, StepForm.ChildTask task, JsonObject step, JsonObject own)
    {
        var child = instances.Values.LastOrDefault(instance => instance.Parent is not null && instance.Bookmarks.Any(bookmark => bookmark.ActivityId == task.Name));
        if (child is not null)
        {
            var wait = child.Bookmarks.First(bookmark => bookmark.ActivityId == task.Name).WaitId;
            Tell(child, new Answer(wait, "Done", now) { Outputs = new JsonObject { ["result"] = task.Result?.DeepClone() } });
            own["child"] = child.After();
        }
        else if (Missing.Count > 0 && Word(step["child"]?["status"]) == "Finished" && observed.Bookmarks.FirstOrDefault(bookmark => bookmark.Payload.ContainsKey("childInstanceId")) is { } waiting)
        {
            Tell(observed, new ChildEnded(waiting.WaitId, Word(step["child"]?["subStatus"]), [], now));
        }
    }

    private void Publish(string name, JsonNode? payload, string? correlationId)
    {
        foreach (var instance in instances.Values.ToList())
            Tell(instance, new EventHappened(name, payload, now) { CorrelationId = correlationId });
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
