using Proposals.Workflows.Activities;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>One event being worked through one instance. Lives for one call of the step function. This part runs activities; the others hold containers, ends, events and values.</summary>
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

    /// <summary>One of several ways, where the outside would decide.</summary>
    public int Choose(int ways) => happened.Tape?.Choose(ways) ?? throw new InvalidOperationException("Only a proof leaves a decision open.");

    private void Notify(int owner, ActivityNode node, IReadOnlyList<string> ports)
    {
        happened.Tape?.Note(node, ports);
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

    private void Journal(ActivityNode node, string what, string? port = null) => effects.Add(new JournalLine(node.Id, node.Type, what, port));

    private void JournalWorkflow(string what, string? port = null) => effects.Add(new JournalLine(definition.JournalId, WorkflowBody.Type, what, port));
}
