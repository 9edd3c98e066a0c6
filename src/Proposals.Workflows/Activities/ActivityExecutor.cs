using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

/// <summary>What one activity of a definition does when a token comes to it. Holds its compiled inputs and no state.</summary>
internal abstract class ActivityExecutor
{
    /// <summary>Null where the ports are those of the descriptor.</summary>
    public virtual IReadOnlyList<PortDescriptor>? OwnPorts => null;

    public abstract void Execute(WorkflowRun run, FlowNode node);
}
