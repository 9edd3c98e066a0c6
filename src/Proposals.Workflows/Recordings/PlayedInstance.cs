using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Recordings;

/// <summary>One instance run in memory, remembered the way a recording tells it.</summary>
internal sealed class PlayedInstance(string id, WorkflowDefinition definition, PlayedInstance? parent, string? parentWait)
{
    private readonly List<JournalLine> journal = [];
    private readonly List<PlayedExecution> executions = [];
    private readonly List<PlayedBookmark> bookmarks = [];
    private readonly Dictionary<string, PlayedExecution> byWait = [];
    private string? state;

    public string Id => id;

    public PlayedInstance? Parent => parent;

    public string? ParentWait => parentWait;

    public WorkflowDefinition Definition => definition;

    public IReadOnlyList<PlayedBookmark> Bookmarks => bookmarks;

    public List<IncidentRaised> Incidents { get; } = [];

    public string Status => Read()?["status"]?.GetValue<string>() ?? "Running";

    public JsonObject Output => Read()?["results"]?.DeepClone() as JsonObject ?? [];

    /// <summary>An activity of an inner workflow has the key <c>outer:id</c>.</summary>
    public static string Bare(string key) => key[(key.LastIndexOf(':') + 1)..];

    public IReadOnlyList<Effect> Tell(WorkflowEvent happened)
    {
        var result = WorkflowMachine.Step(definition, state, happened);
        state = result.State;
        var resumed = new Queue<PlayedExecution>(Resumed(happened));
        foreach (var effect in result.Effects)
            Remember(effect, resumed);
        var open = Read()?["waits"]?.AsArray().Select(wait => wait?["id"]?.GetValue<string>()).ToHashSet() ?? [];
        bookmarks.RemoveAll(bookmark => !open.Contains(bookmark.WaitId));
        return result.Effects;
    }

    /// <summary>A child that ended at once was never waited for: the pair of lines between goes.</summary>
    public void ForgetWaiting(string activityId)
    {
        var suspended = journal.FindLastIndex(line => line.ActivityId == activityId && line.Event == "Suspended");
        var resumed = journal.FindLastIndex(line => line.ActivityId == activityId && line.Event == "Resumed");
        if (resumed > suspended && suspended >= 0)
        {
            journal.RemoveAt(resumed);
            journal.RemoveAt(suspended);
        }
    }

    public JsonObject After() => new()
    {
        ["status"] = Status == "Running" ? "Running" : "Finished",
        ["subStatus"] = Status == "Running" ? "Suspended" : Status,
        ["isExecuting"] = false,
        ["incidents"] = Incidents.Count,
        ["bookmarks"] = new JsonArray([.. bookmarks.Select(bookmark => bookmark.ToJson())]),
    };

    public JsonObject Final()
    {
        var final = After();
        final["incidents"] = new JsonArray([.. Incidents.Select(incident => new JsonObject
        {
            ["activityId"] = incident.ActivityId,
            ["activityType"] = incident.ActivityType,
            ["code"] = incident.Code,
            ["message"] = incident.Detail,
        })]);
        final["correlationId"] = Read()?["correlation"]?.DeepClone();
        final["name"] = Read()?["name"]?.DeepClone();
        final["finishedAt"] = Status != "Running";
        final["output"] = Output;
        return final;
    }

    public JsonArray Journal() => new([.. journal.Select((line, seq) => new JsonObject
    {
        ["seq"] = seq,
        ["activityId"] = line.ActivityId,
        ["activityType"] = line.ActivityType,
        ["event"] = line.Event,
    })]);

    public JsonArray Executions() => new([.. executions.Select(execution => new JsonObject
    {
        ["activityId"] = execution.ActivityId,
        ["type"] = execution.Type,
        ["status"] = execution.Status,
        ["outcomes"] = execution.Outcomes is { } outcomes ? new JsonArray([.. outcomes.Split(',').Select(port => JsonValue.Create(port))]) : null,
    })]);

    /// <summary>What had begun before this line of the journal; status and outcomes of what had ended before it.</summary>
    public List<JsonObject> ExecutionsBefore(int line)
    {
        var told = new List<JsonObject>();
        foreach (var (execution, row) in executions.Zip(Executions()).Where(pair => pair.First.Began < line))
        {
            var known = row?.DeepClone().AsObject() ?? [];
            if (execution.Ended >= line)
            {
                known.Remove("status");
                known.Remove("outcomes");
            }

            told.Add(known);
        }

        return told;
    }

    public JsonArray Variables() => new([.. definition.Variables.All.Select(variable => new JsonObject
    {
        ["id"] = variable.Id,
        ["name"] = variable.Name,
        ["value"] = Read()?["variables"]?[variable.Id]?.DeepClone(),
    })]);

    private JsonNode? Read() => state is null ? null : JsonNode.Parse(state);

    /// <summary>Which records go on with this event, in the order in which they do.</summary>
    private IEnumerable<PlayedExecution> Resumed(WorkflowEvent happened)
    {
        var waits = happened switch
        {
            Answer answer => [answer.WaitId],
            TimerElapsed elapsed => [elapsed.WaitId],
            ChildEnded child => [child.WaitId],
            EventHappened named => bookmarks.Where(bookmark => bookmark.Payload["eventName"]?.GetValue<string>() == named.EventName).Select(bookmark => bookmark.WaitId),
            _ => Enumerable.Empty<string>(),
        };
        return waits.Select(wait => byWait.GetValueOrDefault(wait)).OfType<PlayedExecution>();
    }

    private void Remember(Effect effect, Queue<PlayedExecution> resumed)
    {
        switch (effect)
        {
            case JournalLine line:
                journal.Add(line);
                if (!line.IsRepeated)
                    Follow(line, resumed);
                break;
            case StepWanted wanted:
                Hold(wanted.WaitId, wanted.ActivityId, wanted.ActivityType, []);
                break;
            case TaskWanted wanted:
                Hold(wanted.WaitId, wanted.ActivityId, "Elsa.RunTask", new() { ["taskId"] = wanted.WaitId, ["taskName"] = wanted.TaskName });
                break;
            case EventWanted wanted:
                Hold(wanted.WaitId, wanted.ActivityId, "Elsa.Event", new() { ["eventName"] = wanted.EventName });
                break;
            case TimerWanted wanted:
                Hold(wanted.WaitId, wanted.ActivityId, wanted.ActivityType, new() { [wanted.ActivityType == "Elsa.StartAt" ? "executeAt" : "resumeAt"] = wanted.DueAt.ToString("O") }, wanted.DueAt);
                break;
            case ChildWanted { WaitId: { } wait } wanted:
                Hold(wait, wanted.ActivityId, executions.FindLast(execution => execution.ActivityId == Bare(wanted.ActivityId))?.Type ?? "", new() { ["childInstanceId"] = wanted.ChildInstanceId });
                break;
            case IncidentRaised raised:
                Incidents.Add(raised);
                break;
        }
    }

    private void Follow(JournalLine line, Queue<PlayedExecution> resumed)
    {
        var next = resumed.TryPeek(out var known) && known.ActivityId == line.ActivityId ? known : null;
        if (line.Event == "Started" || (line.Event == "Resumed" && next is null))
        {
            executions.Add(new PlayedExecution(line.ActivityId, line.ActivityType, journal.Count - 1));
            return;
        }

        if (line.Event is not ("Completed" or "Canceled" or "Faulted"))
            return;
        if (next is not null)
            resumed.Dequeue();
        var ended = next is { Status: "Running" } ? next : executions.FindLast(execution => execution.ActivityId == line.ActivityId && execution.Status is "Running" or "Faulted");
        if (ended is null)
            return;
        ended.Status = line.Event;
        ended.Ended = journal.Count - 1;
        ended.Outcomes = line.Event == "Completed" ? line.Port : null;
    }

    private void Hold(string wait, string key, string type, JsonObject payload, DateTimeOffset? due = null)
    {
        var activity = Bare(key);
        bookmarks.Add(new PlayedBookmark(wait, activity, type, payload, due));
        if (executions.FindLast(execution => execution.ActivityId == activity && execution.Status == "Running" && !byWait.ContainsValue(execution)) is { } execution)
            byWait[wait] = execution;
    }
}

/// <param name="began">Line of the journal.</param>
internal sealed class PlayedExecution(string activityId, string type, int began)
{
    public int Began { get; } = began;

    public int Ended { get; set; } = int.MaxValue;

    public string ActivityId { get; } = activityId;

    public string Type { get; } = type;

    public string Status { get; set; } = "Running";

    public string? Outcomes { get; set; }
}

internal sealed record PlayedBookmark(string WaitId, string ActivityId, string Name, JsonObject Payload, DateTimeOffset? DueAt)
{
    public JsonObject ToJson() => new() { ["name"] = Name, ["activityId"] = ActivityId, ["payload"] = Payload.DeepClone() };
}
