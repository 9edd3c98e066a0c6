using Proposals.Workflows.Activities;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>Containers: what is open in them, and how they begin and complete.</summary>
internal sealed partial class WorkflowRun
{
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

    /// <summary>A container begins and runs all of these at once; it counts them down in <see cref="Frame.Left"/>.</summary>
    public void OpenWith(Work work, IReadOnlyList<ActivityNode> children)
    {
        var frame = Open(work);
        frame.Left = children.Count;
        foreach (var child in children)
            Schedule(frame, child);
        if (children.Count == 0)
            Close(frame);
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
            if (incident.Owner == frame.Number && incident is { Frame: 0, IsAbandoned: false })
                yield return incident.Node;
        }

        foreach (var kept in state.Kept)
        {
            if (kept.Wait.Owner == frame.Number)
                yield return kept.Wait.Node;
        }
    }

    public bool IsQueued(Frame frame, ActivityNode node) => state.Queue.Contains(new Work(frame.Number, node));

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
}
