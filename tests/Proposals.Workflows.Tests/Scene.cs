using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Tests;

/// <summary>Drives one instance and remembers what its host would.</summary>
internal sealed class Scene(WorkflowDefinition definition)
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 31, 9, 0, 0, TimeSpan.FromHours(8));

    public string State { get; private set; } = "";

    public JsonObject Facts { get; } = [];

    public List<Effect> Effects { get; } = [];

    public List<WorkflowEvent> Events { get; } = [];

    public List<StepWanted> Open { get; } = [];

    public string Status => JsonNode.Parse(State)?["status"]?.GetValue<string>() ?? "";

    public IncidentRaised? Fault => Effects.OfType<IncidentRaised>().LastOrDefault();

    public IEnumerable<string> Journal => Effects.OfType<JournalLine>().Select(line => $"{line.ActivityId} {line.Event}");

    public static Scene Of(string definitionFile) => new(Drawings.Load(definitionFile));

    public Scene Start(JsonObject? inputs = null)
    {
        Tell(new Start("case-1", Morning) { Inputs = inputs ?? [], Facts = Copy() }, null);
        return this;
    }

    public Scene Answer(string activityId, string port, JsonObject? outputs = null)
    {
        var wait = Open.LastOrDefault(step => step.ActivityId == activityId)?.WaitId ?? throw new InvalidOperationException($"{activityId} does not wait: {State}");
        return Tell(new Answer(wait, port, Morning) { Outputs = outputs ?? [], Facts = Copy() });
    }

    public Scene Tell(WorkflowEvent happened)
    {
        Tell(happened, State);
        return this;
    }

    public JsonNode? Variable(string id) => JsonNode.Parse(State)?["variables"]?[id];

    private void Tell(WorkflowEvent happened, string? state)
    {
        var result = WorkflowMachine.Step(definition, state, happened);
        Events.Add(happened);
        State = result.State;
        Effects.AddRange(result.Effects);
        Open.AddRange(result.Effects.OfType<StepWanted>());
        if (happened is Answer answer && result.Effects.Count > 0)
            Open.RemoveAll(step => step.WaitId == answer.WaitId);
        foreach (var withdrawn in result.Effects.OfType<WaitWithdrawn>())
            Open.RemoveAll(step => step.WaitId == withdrawn.WaitId);
    }

    private JsonObject Copy() => (JsonObject)Facts.DeepClone();
}
