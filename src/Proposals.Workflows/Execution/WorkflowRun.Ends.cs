using System.Collections;
using System.Text.Json.Nodes;
using Proposals.Workflows.Activities;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>How a run ends, what is cut off, and what fails.</summary>
internal sealed partial class WorkflowRun
{
    /// <summary>Leaves the innermost workflow, taking all that is open in it along.</summary>
    public void CompleteInnermost(Work work, IReadOnlyList<string> ports)
    {
        var (workflow, loop) = Around(work.Owner);
        if (workflow is not null && state.Frame(workflow.Parent) is { } user)
            user.Outcomes = string.Join('\n', ports);
        if (loop is null)
        {
            Complete(work);
        }
        else
        {
            Journal(work.Node, "Canceled");
            CancelFrame(loop, ownFirst: false);
        }

        if (workflow is not null)
            Close(workflow, ports);
        else if (!state.IsOver)
            EndWorkflow(ports);
    }

    /// <summary>Tells the containers around that the nearest loop ends after this round.</summary>
    public void BreakOut(int owner)
    {
        for (var frame = state.Frame(owner); frame is not null; frame = state.Frame(frame.Parent))
        {
            if (frame.Node.Executor is Sequence or Fork)
                frame.IsBreaking = true;
            if (frame.Node.Executor is Loop)
            {
                frame.IsBreaking = true;
                return;
            }
        }
    }

    /// <summary>Ends the whole instance at once. Elsa leaves the records of what was open as Running; here they are closed.</summary>
    public void FinishAt(Work work)
    {
        Journal(work.Node, "Completed");
        var around = new List<Frame>();
        for (var frame = state.Frame(work.Owner); frame is not null; frame = state.Frame(frame.Parent))
            around.Add(frame);
        foreach (var wait in state.Waits.ToList())
            Withdraw(wait, $"Cut off by {work.Node.Id}");
        foreach (var frame in state.Frames)
        {
            if (!around.Contains(frame) && !frame.IsRound)
                Journal(frame.Node, "Canceled");
        }

        foreach (var frame in around.Where(frame => !frame.IsRound))
            Journal(frame.Node, "Completed");

        state.Frames.Clear();
        EndWorkflow();
    }

    /// <summary>Cancels what is open among these siblings: a join went on without them.</summary>
    public void CancelSiblings(Frame frame, BitArray siblings)
    {
        foreach (var wait in state.Waits.FindAll(wait => wait.Owner == frame.Number && siblings[wait.Node.Index]))
            Withdraw(wait, "A join went on without it.");
        foreach (var child in state.Frames.FindAll(child => child.Parent == frame.Number && siblings[child.Node.Index]))
            CancelFrame(child, ownFirst: false);
        foreach (var incident in state.Incidents.FindAll(incident => incident.Owner == frame.Number && incident.Frame == 0 && siblings[incident.Node.Index]))
            Abandon(incident);
    }

    public void CancelSiblings(Work work, BitArray siblings)
    {
        if (state.Frame(work.Owner) is { } frame)
            CancelSiblings(frame, siblings);
    }

    /// <summary>A join of this container can never be reached by all of its branches.</summary>
    public void RaiseAt(Frame frame, ActivityNode node, string code, string detail) =>
        Raise(new Incident(NextId(), frame.Number, node, 0, IncidentPlace.Start), code, detail);

    private void Raise(Incident incident, string code, string detail)
    {
        Journal(incident.Node, "Faulted");
        state.Incidents.Add(incident);
        var stops = !definition.ContinuesWithIncidents || incident.Place == IncidentPlace.Queue;
        if (stops)
            state.Status = InstanceStatus.Faulted;
        effects.Add(new IncidentRaised(incident.Id, incident.Node.Key, incident.Node.Type, code, detail, stops));
    }

    private void CancelFrame(Frame frame, bool ownFirst)
    {
        state.Queue.RemoveAll(work => work.Owner == frame.Number);
        if (ownFirst && !frame.IsRound)
            Journal(frame.Node, "Canceled");
        CancelChildren(frame.Number, ownFirst);
        foreach (var incident in state.Incidents.FindAll(incident => incident.Frame == frame.Number))
            Abandon(incident);
        state.Frames.Remove(frame);
        if (!ownFirst && !frame.IsRound)
            Journal(frame.Node, "Canceled");
    }

    /// <summary>Where the end of a flowchart cuts off steps, Elsa's journal says twice that it has completed: the chart also hears that the last of them is gone.</summary>
    private bool CutsOffSteps(Frame frame) =>
        (state.Waits.Exists(wait => wait.Owner == frame.Number) || state.Incidents.Exists(incident => incident.Owner == frame.Number && incident.Frame == 0))
        && !state.Queue.Exists(work => work.Owner == frame.Number) && !state.Frames.Exists(child => child.Parent == frame.Number);

    private void CancelChildren(int owner, bool ownFirst)
    {
        if (state.Waits.Count == 0 && state.Queue.Count == 0 && state.Incidents.Count == 0 && state.Kept.Count == 0 && !state.Frames.Exists(frame => frame.Parent == owner))
            return;
        state.Queue.RemoveAll(work => work.Owner == owner);
        state.Kept.RemoveAll(kept => kept.Wait.Owner == owner);
        var waits = state.Waits.Where(wait => wait.Owner == owner).Select(wait => (wait.Node.Index, Cancel: (Action)(() => Withdraw(wait, "Its container has completed."))));
        var frames = state.Frames.Where(frame => frame.Parent == owner).Select(frame => (frame.Node.Index, Cancel: (Action)(() => CancelFrame(frame, ownFirst))));
        var incidents = state.Incidents.Where(incident => incident.Owner == owner && incident.Frame == 0).Select(incident => (incident.Node.Index, Cancel: (Action)(() => Abandon(incident))));
        foreach (var (_, cancel) in waits.Concat(frames).Concat(incidents).OrderBy(child => child.Index).ToList())
            cancel();
    }

    /// <summary>An instance that stands still keeps its incident until somebody has seen it, though nothing is left to try again.</summary>
    private void Abandon(Incident incident)
    {
        if (incident.IsAbandoned)
            return;
        if (incident.Place == IncidentPlace.Start)
            Journal(incident.Node, "Canceled");
        if (state.Status == InstanceStatus.Faulted)
            state.Incidents[state.Incidents.IndexOf(incident)] = incident with { IsAbandoned = true };
        else
            Clear(incident);
    }

    private void Clear(Incident incident)
    {
        state.Incidents.Remove(incident);
        effects.Add(new IncidentCleared(incident.Id));
    }

    private void Withdraw(Wait wait, string reason)
    {
        state.Waits.Remove(wait);
        Journal(wait.Node, "Canceled");
        effects.Add(new WaitWithdrawn(wait.Id, wait.Node.Executor.WaitsFor, reason));
    }

    private void EndWorkflow(params IReadOnlyList<string> ports)
    {
        CancelChildren(0, ownFirst: true);
        state.Queue.Clear();
        state.Kept.Clear();
        state.IsOver = true;
        JournalWorkflow("Completed", ports.Count == 0 ? null : string.Join(',', ports));
        if (state.Status == InstanceStatus.Running)
            Finish();
    }

    private void Finish()
    {
        state.Status = InstanceStatus.Finished;
        foreach (var incident in state.Incidents.ToList())
            Clear(incident);
        var outputs = new JsonObject();
        foreach (var (name, json) in state.Results)
            outputs[name] = JsonNode.Parse(json);
        effects.Add(new InstanceFinished("Finished") { Outputs = outputs });
    }
}
