using System.Text.Json.Nodes;
using Proposals.Workflows.Activities;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>One event being worked through one instance. Lives for one call of the step function. This part runs activities; the others hold events and values.</summary>
internal sealed partial class WorkflowRun(WorkflowDefinition definition, InstanceState state, WorkflowEvent happened)
{
    private const int MaxExecutions = 10_000;

    private static readonly string[] done = ["Done"];

    private readonly List<Effect> effects = new(8);

    public DateTimeOffset Now => happened.Now;

    public StepResult Result() => new(StateWriter.Write(state), effects);

    public void Begin()
    {
        JournalWorkflow("Started");
        state.Queue.Add(new Work(0, definition.Root));
        Drain();
    }

    public void Schedule(Frame frame, ActivityNode node) => state.Queue.Add(new Work(frame.Number, node));

    /// <summary>A container begins. It runs until <see cref="Close"/>.</summary>
    public Frame Open(Work work)
    {
        var frame = new Frame(++state.Opened, work.Owner, work.Node);
        if (work.Node.Variables is { } variables)
        {
            foreach (var variable in variables.All)
                frame.Values.Set(variable.Id, variable.InitialJson);
        }

        state.Frames.Add(frame);
        return frame;
    }

    /// <summary>One round of a parallel loop, with values of its own.</summary>
    public Frame OpenRound(Frame loop)
    {
        var frame = new Frame(++state.Opened, loop.Number, loop.Node) { IsRound = true };
        state.Frames.Add(frame);
        return frame;
    }

    /// <summary>The container has completed: whatever is still open in it is cancelled, and its own container hears of it.</summary>
    public void Close(Frame frame, params IReadOnlyList<string> ports)
    {
        if (!state.Frames.Contains(frame))
            return;
        var completesTwice = frame.Node.Executor is Flowchart && CutsOffSteps(frame);
        CancelChildren(frame.Number, ownFirst: true);
        state.Frames.Remove(frame);
        if (frame.IsRound)
        {
            Notify(frame.Parent, frame.Node, done);
            return;
        }

        Complete(new Work(frame.Parent, frame.Node), ports);
        if (completesTwice)
            effects.Add(new JournalLine(frame.Node.Id, frame.Node.Type, "Completed") { IsRepeated = true });
    }

    /// <summary>An activity has completed through these ports; none means Done.</summary>
    public void Complete(Work work, params IReadOnlyList<string> ports)
    {
        Journal(work.Node, "Completed", ports.Count == 0 ? null : string.Join(',', ports));
        Notify(work.Owner, work.Node, ports.Count == 0 ? done : ports);
    }

    public Wait Wait(Work work, string? eventName = null)
    {
        state.Visits.TryGet(work.Node.Key, out var visits);
        var wait = new Wait(NextId(), work.Owner, work.Node, visits + 1, eventName);
        state.Visits.Set(work.Node.Key, wait.Number);
        state.Waits.Add(wait);
        Journal(work.Node, "Suspended");
        return wait;
    }

    public void Tell(Effect effect) => effects.Add(effect);

    public string NextId() => $"{state.InstanceId}.{++state.Counter}";

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

    /// <summary>Something is still open in this container.</summary>
    public bool HasWork(Frame frame)
    {
        foreach (var work in state.Queue)
        {
            if (work.Owner == frame.Number)
                return true;
        }

        foreach (var wait in state.Waits)
        {
            if (wait.Owner == frame.Number)
                return true;
        }

        foreach (var child in state.Frames)
        {
            if (child.Parent == frame.Number)
                return true;
        }

        foreach (var incident in state.Incidents)
        {
            if (incident.Owner == frame.Number)
                return true;
        }

        foreach (var kept in state.Kept)
        {
            if (kept.Wait.Owner == frame.Number)
                return true;
        }

        return false;
    }

    /// <summary>The children of this container that have not completed, as often as they are open.</summary>
    public IEnumerable<ActivityNode> OpenChildren(Frame frame)
    {
        foreach (var work in state.Queue)
        {
            if (work.Owner == frame.Number)
                yield return work.Node;
        }

        foreach (var wait in state.Waits)
        {
            if (wait.Owner == frame.Number)
                yield return wait.Node;
        }

        foreach (var child in state.Frames)
        {
            if (child.Parent == frame.Number)
                yield return child.Node;
        }

        foreach (var incident in state.Incidents)
        {
            if (incident.Owner == frame.Number && incident.Frame == 0)
                yield return incident.Node;
        }

        foreach (var kept in state.Kept)
        {
            if (kept.Wait.Owner == frame.Number)
                yield return kept.Wait.Node;
        }
    }

    public bool IsQueued(Frame frame, ActivityNode node) => state.Queue.Contains(new Work(frame.Number, node));

    private void Notify(int owner, ActivityNode node, IReadOnlyList<string> ports)
    {
        if (owner == 0)
        {
            EndWorkflow();
            return;
        }

        if (state.Frame(owner) is not { } frame)
            return;
        var before = here;
        here = owner;
        try
        {
            frame.Node.Executor.ChildCompleted(this, frame, node, ports);
        }
        catch (WorkflowFault fault)
        {
            Raise(new Incident(NextId(), frame.Parent, frame.Node, frame.Number, IncidentPlace.Next), fault.Code, fault.Message);
        }

        here = before;
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
        var outputs = new JsonObject();
        foreach (var (name, json) in state.Results)
            outputs[name] = JsonNode.Parse(json);
        effects.Add(new InstanceFinished("Finished") { Outputs = outputs });
    }

    private void Drain()
    {
        var executed = 0;
        while (state.Queue.Count > 0)
        {
            var work = state.Queue[0];
            if (++executed > MaxExecutions)
            {
                Raise(new Incident(NextId(), work.Owner, work.Node, 0, IncidentPlace.Queue), "loop.busy",
                    $"More than {MaxExecutions} activities ran on one event without waiting; the last is {work.Node.Id}.");
                state.Status = InstanceStatus.Faulted;
                return;
            }

            state.Queue.RemoveAt(0);
            // Elsa's journal tells a start from a resumption by whether the activity already waits, be it in another branch.
            Journal(work.Node, IsWaiting(work.Node) ? "Resumed" : "Started");
            here = work.Owner;
            try
            {
                work.Node.Executor.Execute(this, work);
            }
            catch (WorkflowFault fault)
            {
                Raise(new Incident(NextId(), work.Owner, work.Node, 0, IncidentPlace.Start), fault.Code, fault.Message);
            }
        }
    }

    private bool IsWaiting(ActivityNode node)
    {
        foreach (var wait in state.Waits)
        {
            if (wait.Node == node)
                return true;
        }

        return false;
    }

    private (Frame? Workflow, Frame? OutermostLoop) Around(int owner)
    {
        Frame? loop = null;
        for (var frame = state.Frame(owner); frame is not null; frame = state.Frame(frame.Parent))
        {
            if (frame.Node.Executor is WorkflowBody)
                return (frame, loop);
            if (frame.Node.Executor is Loop)
                loop = frame;
        }

        return (null, loop);
    }

    private void Journal(ActivityNode node, string what, string? port = null) => effects.Add(new JournalLine(node.Id, node.Type, what, port));

    private void JournalWorkflow(string what, string? port = null) => effects.Add(new JournalLine(definition.JournalId, WorkflowBody.Type, what, port));
}
