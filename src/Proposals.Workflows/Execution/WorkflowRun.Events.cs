using System.Text.Json.Nodes;
using Proposals.Workflows.Activities;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Proof;

namespace Proposals.Workflows.Execution;

/// <summary>What each event does. All of them say whether anything changed.</summary>
internal sealed partial class WorkflowRun
{
    public bool Answer(string waitId, string port, JsonObject outputs)
    {
        var wait = Waiting(waitId);
        return wait is { Node.Executor: HumanStep or RunTask or MayWait } && wait.Node.HasPort(port) && Take(wait, port, outputs);
    }

    public bool TimerElapsed(string waitId) =>
        Waiting(waitId) is { Node.Executor: Pause or StartAt } wait && Take(wait, "Done", []);

    public bool EventHappened(string name, JsonNode? payload, string? correlationId)
    {
        if (correlationId is not null && correlationId != state.CorrelationId)
            return false;
        var waits = state.Waits.FindAll(wait => wait.Event == name);
        foreach (var wait in waits)
        {
            if (state.Waits.Contains(wait))
                Take(wait, "Done", new JsonObject { ["result"] = payload?.DeepClone() });
        }

        return waits.Count > 0;
    }

    public bool ChildEnded(string waitId, JsonObject outputs) =>
        Waiting(waitId) is { Node.Executor: ChildWorkflow } wait && Take(wait, "Done", new JsonObject { ["result"] = outputs.DeepClone() });

    public bool Cancel(string reason)
    {
        if (state.Status is not (InstanceStatus.Running or InstanceStatus.Faulted))
            return false;
        foreach (var wait in state.Waits.ToList())
            Withdraw(wait, reason);
        foreach (var incident in state.Incidents.ToList())
            Clear(incident);
        state.Queue.Clear();
        state.Frames.Clear();
        state.Kept.Clear();
        JournalWorkflow("Canceled");
        state.Status = InstanceStatus.Cancelled;
        effects.Add(new InstanceFinished("Cancelled"));
        return true;
    }

    public bool Retry(string incidentId) => GoOn(incidentId, incident =>
    {
        if (incident.Place == IncidentPlace.Start)
            state.Queue.Add(new Work(incident.Owner, incident.Node));
        else if (incident.Place == IncidentPlace.Next && state.Frame(incident.Frame) is { } frame)
            GoOn(frame);
    });

    public bool Skip(string incidentId, string port)
    {
        if (state.Incidents.Find(candidate => candidate.Id == incidentId) is not { } found || !CanSkip(found.Node, port))
            return false;
        return GoOn(incidentId, incident =>
        {
            if (incident.Place == IncidentPlace.Start)
                Complete(new Work(incident.Owner, incident.Node), port);
            else if (incident.Place == IncidentPlace.Next && state.Frame(incident.Frame) is { } frame)
                Close(frame, port);
            else if (state.Queue.Remove(new Work(incident.Owner, incident.Node)))
                Complete(new Work(incident.Owner, incident.Node), port);
        });
    }

    private static bool CanSkip(ActivityNode node, string port) => node.Activity.Ports.Count == 0 ? port == Execution.Skip.NoPort : node.HasPort(port);

    private Wait? Waiting(string id)
    {
        foreach (var wait in state.Waits)
        {
            if (wait.Id == id)
                return wait;
        }

        return null;
    }

    /// <summary>Takes an answer at once, or keeps it for the moment when the instance goes on.</summary>
    private bool Take(Wait wait, string port, JsonObject outputs)
    {
        state.Waits.Remove(wait);
        string json;
        try
        {
            json = outputs.Count == 0 ? "{}" : CanonicalJson.Of(outputs);
        }
        catch (WorkflowFault fault)
        {
            Raise(new Incident(NextId(), wait.Owner, wait.Node, 0, IncidentPlace.Start), fault.Code, fault.Message);
            return true;
        }

        if (state.Status == InstanceStatus.Faulted)
            state.Kept.Add(new KeptAnswer(wait, port, json));
        else
            Resume(wait, port, json);
        return true;
    }

    private void Resume(Wait wait, string port, string outputs)
    {
        Journal(wait.Node, "Resumed");
        here = wait.Owner;
        try
        {
            if (outputs != "{}")
                SetOutputs(wait.Node, outputs);
        }
        catch (WorkflowFault fault)
        {
            Raise(new Incident(NextId(), wait.Owner, wait.Node, 0, IncidentPlace.Start), fault.Code, fault.Message);
            return;
        }

        Complete(new Work(wait.Owner, wait.Node), wait.Node.Executor is HumanStep ? [port] : []);
        Drain();
    }

    private bool GoOn(string incidentId, Action<Incident> act)
    {
        if (state.Incidents.Find(candidate => candidate.Id == incidentId) is not { } incident || state.Status is InstanceStatus.Finished or InstanceStatus.Cancelled)
            return false;
        Clear(incident);
        if (state.Status == InstanceStatus.Faulted && state.Incidents.Count == 0)
            state.Status = InstanceStatus.Running;
        var around = state.Frame(incident.Owner);
        if (!state.IsOver && (incident.Owner == 0 || around is not null))
        {
            here = incident.Owner;
            if (!incident.IsAbandoned)
                act(incident);
            else if (around is not null)
                around.Node.Executor.ChildGone(this, around);
            Drain();
        }

        while (state.Status == InstanceStatus.Running && state.Kept.Count > 0)
        {
            var kept = state.Kept[0];
            state.Kept.RemoveAt(0);
            Resume(kept.Wait, kept.Port, kept.Outputs);
        }

        if (state is { Status: InstanceStatus.Running, IsOver: true })
            Finish();
        return true;
    }

    /// <summary>A container goes on behind a child, or begins; what fails there is its own incident, for it is open.</summary>
    public void GoOn(Frame frame)
    {
        here = frame.Number;
        try
        {
            frame.Node.Executor.Continue(this, frame);
        }
        catch (WorkflowFault fault)
        {
            Raise(new Incident(NextId(), frame.Parent, frame.Node, frame.Number, IncidentPlace.Next), fault.Code, fault.Message);
        }
    }
}
