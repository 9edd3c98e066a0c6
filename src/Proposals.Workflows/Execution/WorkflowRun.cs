using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>One event being worked through one instance. Lives for one call of the step function.</summary>
internal sealed class WorkflowRun(WorkflowDefinition definition, InstanceState state, WorkflowEvent happened)
{
    private const int MaxExecutions = 10_000;

    /// <summary>Elsa's journal calls the workflow itself so.</summary>
    private const string WorkflowId = "Workflow1";

    private readonly List<Effect> effects = new(8);
    private bool ended;

    public JsonObject Facts => happened.Facts;

    public DateTimeOffset Now => happened.Now;

    public string InstanceId => state.InstanceId;

    public VariableSet DefinedVariables => definition.Variables;

    public StepResult Result() => new(StateWriter.Write(state), effects);

    public void Begin()
    {
        effects.Add(new JournalLine(WorkflowId, "Elsa.Workflow", "Started"));
        effects.Add(new JournalLine(definition.Graph.RootId, "Elsa.Flowchart", "Started"));
        state.Queue.Add(definition.Graph.Start.Id);
        Drain();
    }

    public bool Answer(Answer answer)
    {
        if (state.Status != InstanceStatus.Running)
            return false;
        var place = state.Waits.FindIndex(wait => wait.Id == answer.WaitId);
        if (place < 0)
            return false;
        var node = definition.Graph.Node(state.Waits[place].ActivityId);
        if (!node.HasPort(answer.Port))
            return false;
        state.Waits.RemoveAt(place);
        if (answer.Outputs.Count > 0)
            state.Outputs.Set(node.Id, CanonicalJson.Of(answer.Outputs));
        Journal(node, "Resumed");
        Complete(node, answer.Port);
        Drain();
        return true;
    }

    public bool Cancel(string reason)
    {
        if (state.Status is not (InstanceStatus.Running or InstanceStatus.Faulted))
            return false;
        CutOff(reason);
        effects.Add(new JournalLine(WorkflowId, "Elsa.Workflow", "Canceled"));
        state.Status = InstanceStatus.Cancelled;
        effects.Add(new InstanceFinished("Cancelled"));
        return true;
    }

    public bool Retry()
    {
        if (state.Status != InstanceStatus.Faulted)
            return false;
        state.Status = InstanceStatus.Running;
        Drain();
        return true;
    }

    public void Wait(FlowNode node, IReadOnlyDictionary<string, JsonNode?> inputs)
    {
        state.Visits.TryGet(node.Id, out var visits);
        var wait = new WaitingStep($"{state.InstanceId}.{++state.Counter}", node.Id, visits + 1);
        state.Visits.Set(node.Id, wait.Number);
        state.Waits.Add(wait);
        Journal(node, "Suspended");
        effects.Add(new StepWanted(wait.Id, node.Id, node.Activity.Type, node.Activity.DisplayText, wait.Number, inputs));
    }

    public void Complete(FlowNode node, params ReadOnlySpan<string> ports)
    {
        Journal(node, "Completed", ports.IsEmpty ? null : ports.Length == 1 ? ports[0] : string.Join(',', ports!));
        Tokens.Send(state, definition.Graph, node, ports);
    }

    public void Finish(string reason)
    {
        CutOff(reason);
        ended = true;
    }

    public string Variable(DefinedVariable variable) => state.Variables.TryGet(variable.Id, out var json) ? json ?? "null" : variable.InitialJson;

    public void SetVariable(DefinedVariable variable, string json)
    {
        if (!CanonicalJson.TryParse(json, out var value) || !JsonTypes.TryConvert(variable.TypeName, value, out var converted))
            throw new WorkflowFault("variable.type", $"The value for variable '{variable.Name}' is not a {variable.TypeName}.");
        state.Variables.Set(variable.Id, converted);
    }

    public string Input(string name) => state.Inputs.TryGet(name, out var json) ? json ?? "null" : "null";

    public string Outputs(string activityId) => state.Outputs.TryGet(activityId, out var json) ? json ?? "null" : "null";

    private void Drain()
    {
        var executed = 0;
        while (state.Queue.Count > 0)
        {
            var node = definition.Graph.Node(state.Queue[0]);
            if (++executed > MaxExecutions)
            {
                Fault(node, "loop.busy", $"More than {MaxExecutions} activities ran on one event without waiting; the last is {node.Id}.");
                return;
            }

            state.Queue.RemoveAt(0);
            Journal(node, "Started");
            try
            {
                node.Executor.Execute(this, node);
            }
            catch (WorkflowFault fault)
            {
                state.Queue.Insert(0, node.Id);
                Fault(node, fault.Code, fault.Message);
                return;
            }
        }

        if (ended || state.Waits.Count == 0)
            CompleteWorkflow();
    }

    private void CompleteWorkflow()
    {
        effects.Add(new JournalLine(definition.Graph.RootId, "Elsa.Flowchart", "Completed"));
        effects.Add(new JournalLine(WorkflowId, "Elsa.Workflow", "Completed"));
        state.Status = InstanceStatus.Finished;
        effects.Add(new InstanceFinished("Finished"));
    }

    private void CutOff(string reason)
    {
        foreach (var wait in state.Waits)
        {
            Journal(definition.Graph.Node(wait.ActivityId), "Canceled");
            effects.Add(new WaitWithdrawn(wait.Id, reason));
        }

        state.Waits.Clear();
        state.Queue.Clear();
        state.Parked.Clear();
    }

    private void Fault(FlowNode node, string code, string detail)
    {
        Journal(node, "Faulted");
        state.Status = InstanceStatus.Faulted;
        effects.Add(new IncidentRaised($"{state.InstanceId}.{state.Counter + 1}", node.Id, node.Activity.Type, code, detail, StopsInstance: true));
    }

    private void Journal(FlowNode node, string what, string? port = null) => effects.Add(new JournalLine(node.Id, node.Activity.Type, what, port));
}
