using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

/// <summary>What one activity of a definition does when its turn comes. Holds its compiled inputs and children, and no state.</summary>
internal abstract class ActivityExecutor
{
    /// <summary>Null where the ports are those of the descriptor.</summary>
    public virtual IReadOnlyList<PortDescriptor>? OwnPorts => null;

    public virtual IReadOnlyList<ActivityNode> Children => [];

    /// <summary>Variables that a container brings itself (the current value of a loop); null where they are those written in the file.</summary>
    public virtual VariableSet? OwnVariables => null;

    /// <summary>Says nothing of activities that never wait.</summary>
    public virtual WaitKind WaitsFor => WaitKind.Person;

    public abstract void Execute(WorkflowRun run, Work work);

    /// <summary>A child of this container has completed through these ports.</summary>
    public virtual void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports) => run.Close(frame);

    /// <summary>A child of this container was cancelled by one of its siblings.</summary>
    public virtual void ChildGone(WorkflowRun run, Frame frame)
    {
    }

    /// <summary>Goes on behind a child; tried again where it failed. Containers that cannot fail there have nothing to say.</summary>
    public virtual void Continue(WorkflowRun run, Frame frame) => throw new InvalidOperationException($"{frame.Node.Type} does not fail between its children.");
}
