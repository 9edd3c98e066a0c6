using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Activities;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>What expressions and activities read and write, seen from where the running activity stands.</summary>
internal sealed partial class WorkflowRun
{
    /// <summary>Number of the frame inside which an expression is being evaluated.</summary>
    private int here;

    public JsonObject Facts => happened.Facts;

    public string InstanceId => state.InstanceId;

    public string DefinitionId => definition.DefinitionId;

    public string LastResult => state.LastResult;

    public string? CorrelationId
    {
        get => state.CorrelationId;
        set => state.CorrelationId = value;
    }

    public string? Name
    {
        get => state.Name;
        set => state.Name = value;
    }

    /// <summary>Ports that the running script chose.</summary>
    public IReadOnlyList<string>? ChosenOutcomes { get; set; }

    /// <summary>This activity is what started the instance: it need not wait for what has happened already.</summary>
    public bool IsTrigger(ActivityNode node) => happened is Start { TriggerActivityId: { } trigger } && trigger == node.Key;

    public JsonNode? TriggerPayload => (happened as Start)?.TriggerPayload?.DeepClone();

    /// <summary>Expressions evaluated until the next activity runs see the variables of this frame.</summary>
    public void Enter(Frame frame) => here = frame.Number;

    public string Variable(DefinedVariable variable)
    {
        var values = Holder(variable);
        return values.TryGet(variable.Id, out var json) ? json ?? "null" : variable.InitialJson;
    }

    public void SetVariable(DefinedVariable variable, string json)
    {
        if (!CanonicalJson.TryParse(json, out var value) || !JsonTypes.TryConvert(variable.TypeName, value, out var converted))
            throw new WorkflowFault("variable.type", $"The value for variable '{variable.Name}' is not a {variable.TypeName}.");
        Holder(variable).Set(variable.Id, converted);
    }

    public DefinedVariable? FindVariable(string name)
    {
        foreach (var frame in FramesAround())
        {
            if (frame.Node.Variables?.WithName(name) is { } variable && frame.Values.TryGet(variable.Id, out _))
                return variable;
        }

        return definition.Variables.WithName(name);
    }

    /// <summary>The variables a script sees, the nearest of each name.</summary>
    public IEnumerable<DefinedVariable> Visible()
    {
        if (state.Frame(here) is null || state.Frames.TrueForAll(frame => frame.Node.Variables is null))
            return definition.Variables.All;
        return FramesAround().SelectMany(frame => frame.Node.Variables?.All.Where(variable => frame.Values.TryGet(variable.Id, out _)) ?? [])
            .Concat(definition.Variables.All).DistinctBy(variable => variable.Name);
    }

    public string Input(string name)
    {
        foreach (var frame in FramesAround())
        {
            if (frame.Node.Executor is InnerWorkflow && frame.Values.TryGet(InnerWorkflow.InputKey(name), out var given))
                return given ?? "null";
        }

        return state.Inputs.TryGet(name, out var json) ? json ?? "null" : "null";
    }

    /// <param name="activity">Id or name of the activity.</param>
    public string Outputs(string activity)
    {
        var inner = FramesAround().FirstOrDefault(frame => frame.Node.Executor is InnerWorkflow);
        var prefix = inner is null ? "" : inner.Node.Key + ":";
        var names = (inner?.Node.Executor as InnerWorkflow)?.KeysByName ?? definition.KeysByName;
        if (!state.Outputs.TryGet(prefix + activity, out var json) && names.TryGetValue(activity, out var key))
            state.Outputs.TryGet(key, out json);
        return json ?? "null";
    }

    /// <summary>Keeps what an activity produced, and puts it where the drawing says.</summary>
    /// <param name="json">Canonical text of an object: output names and values.</param>
    public void SetOutputs(ActivityNode node, string json)
    {
        state.Outputs.Set(node.Key, json);
        if (!CanonicalJson.TryParse(json, out var outputs) || outputs.ValueKind != JsonValueKind.Object)
            return;
        foreach (var output in outputs.EnumerateObject())
        {
            if (string.Equals(output.Name, "result", StringComparison.OrdinalIgnoreCase))
                state.LastResult = CanonicalJson.Of(output.Value);
            foreach (var binding in node.Bindings)
            {
                if (!string.Equals(binding.Output, output.Name, StringComparison.OrdinalIgnoreCase))
                    continue;
                if (binding.Variable is { } variable)
                    SetVariable(variable, CanonicalJson.Of(output.Value));
                else if (binding.WorkflowOutput is { } name)
                    SetResult(name, CanonicalJson.Of(output.Value));
            }
        }
    }

    public void SetOutput(ActivityNode node, string name, string json) => SetOutputs(node, $"{{{CanonicalJson.OfString(name)}:{json}}}");

    /// <summary>Outputs of an inner workflow, which its caller's variables receive.</summary>
    public void SetOutputsOf(Frame frame, string json)
    {
        here = frame.Parent;
        SetOutputs(frame.Node, json);
    }

    /// <summary>An output of the workflow: of the innermost that declares it, else of the instance.</summary>
    public void SetResult(string name, string json)
    {
        foreach (var frame in FramesAround())
        {
            if (frame.Node.Executor is InnerWorkflow inner && inner.OutputNames.Contains(name))
            {
                frame.Values.Set(InnerWorkflow.OutputKey(name), json);
                return;
            }
        }

        state.Results.Set(name, json);
    }

    private TextMap<string> Holder(DefinedVariable variable)
    {
        if (variable.Owner.Length > 0)
        {
            foreach (var frame in FramesAround())
            {
                if (frame.Node.Key == variable.Owner && frame.Values.TryGet(variable.Id, out _))
                    return frame.Values;
            }
        }

        return state.Variables;
    }

    private IEnumerable<Frame> FramesAround()
    {
        for (var frame = state.Frame(here); frame is not null; frame = state.Frame(frame.Parent))
            yield return frame;
    }
}
