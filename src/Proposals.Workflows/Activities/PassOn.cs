using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

internal sealed class PassOn(string port) : ActivityExecutor
{
    public override void Execute(WorkflowRun run, FlowNode node) => run.Complete(node, port);
}

/// <summary>End and Finish: everything still open is cut off.</summary>
internal sealed class EndFlowchart : ActivityExecutor
{
    public override void Execute(WorkflowRun run, FlowNode node)
    {
        run.Complete(node);
        run.Finish($"Cut off by {node.Id}");
    }
}
