using System.Text.Json.Nodes;
using Proposals.Workflows.Execution;

namespace Proposals.Handling;

/// <summary>An event and the instance that it reached; the version where it is the instance's first.</summary>
public sealed record ToldEvent(string InstanceId, WorkflowEvent Happened, Guid? VersionId = null);

/// <summary>What the instances of a case were told during one act, as the chain keeps it: played again from there they give the same states.</summary>
public sealed class ToldEvents
{
    private readonly JsonArray told = [];
    private JsonObject facts = [];

    public void Add(ToldEvent told)
    {
        var (line, happened) = (Write(told.Happened), told.Happened);
        line["instance"] = told.InstanceId;
        if (told.VersionId is { } version)
            line["definition"] = version;
        facts = happened.Facts;
        this.told.Add(line);
    }

    /// <summary>Null where nothing was told, or nothing came of it. All events of one act see the same facts.</summary>
    public JsonObject? Take()
    {
        if (told.Count == 0)
            return null;
        var taken = new JsonObject { ["facts"] = facts.DeepClone(), ["told"] = told.DeepClone() };
        told.Clear();
        return taken;
    }

    /// <param name="caseId">Whose chain the entry is of.</param>
    /// <param name="engine">What <see cref="Take"/> gave to an entry.</param>
    /// <param name="at">When the entry was recorded.</param>
    public static IEnumerable<ToldEvent> Read(CaseId caseId, JsonObject engine, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(engine);
        if (!engine.ContainsKey("told"))
        {
            yield return BeforeChildren(caseId.ToString(), engine, at);
            yield break;
        }

        foreach (var line in engine["told"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            yield return new ToldEvent(Text(line, "instance"), Event(line, at) with { Facts = Object(engine, "facts") }, line["definition"]?.GetValue<Guid>());
        }
    }

    /// <summary>As an entry told it while a case had one instance, and an act one event.</summary>
    private static ToldEvent BeforeChildren(string instanceId, JsonObject engine, DateTimeOffset at) => engine.ContainsKey("start")
        ? new ToldEvent(instanceId, new Start(instanceId, at) { Facts = Object(engine, "facts") }, engine["definition"]?.GetValue<Guid>())
        : new ToldEvent(instanceId, new Answer(Text(engine, "wait"), Text(engine, "port"), at) { Facts = Object(engine, "facts") });

    private static JsonObject Write(WorkflowEvent happened) => happened switch
    {
        Start start => new() { ["correlation"] = start.CorrelationId, ["event"] = "start", ["inputs"] = start.Inputs.DeepClone() },
        Answer answer => new() { ["event"] = "answer", ["outputs"] = answer.Outputs.DeepClone(), ["port"] = answer.Port, ["wait"] = answer.WaitId },
        Cancel cancel => new() { ["event"] = "cancel", ["reason"] = cancel.Reason },
        Retry retry => new() { ["event"] = "retry", ["incident"] = retry.IncidentId },
        Skip skip => new() { ["event"] = "skip", ["incident"] = skip.IncidentId, ["port"] = skip.Port },
        TimerElapsed elapsed => new() { ["event"] = "timer", ["wait"] = elapsed.WaitId },
        EventHappened named => new() { ["event"] = "event", ["name"] = named.EventName, ["payload"] = named.Payload?.DeepClone() },
        ChildEnded ended => new() { ["event"] = "child", ["outputs"] = ended.Outputs.DeepClone(), ["status"] = ended.SubStatus, ["wait"] = ended.WaitId },
        _ => throw new NotSupportedException($"The chain has no words for {happened.GetType().Name}."),
    };

    private static WorkflowEvent Event(JsonObject line, DateTimeOffset at) => Text(line, "event") switch
    {
        "start" => new Start(Text(line, "instance"), at) { CorrelationId = line["correlation"]?.GetValue<string>(), Inputs = Object(line, "inputs") },
        "answer" => new Answer(Text(line, "wait"), Text(line, "port"), at) { Outputs = Object(line, "outputs") },
        "cancel" => new Cancel(Text(line, "reason"), at),
        "retry" => new Retry(Text(line, "incident"), at),
        "skip" => new Skip(Text(line, "incident"), Text(line, "port"), at),
        "timer" => new TimerElapsed(Text(line, "wait"), at),
        "event" => new EventHappened(Text(line, "name"), line["payload"]?.DeepClone(), at),
        "child" => new ChildEnded(Text(line, "wait"), Text(line, "status"), Object(line, "outputs"), at),
        var other => throw new NotSupportedException($"The entry tells an event '{other}' that this version does not know."),
    };

    private static string Text(JsonObject line, string name) => line[name]?.GetValue<string>() ?? "";

    private static JsonObject Object(JsonObject line, string name) => line[name]?.DeepClone().AsObject() ?? [];
}
