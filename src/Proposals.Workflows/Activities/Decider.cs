using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

internal sealed class Decider(Func<FactReader, string> decide, ActivityInputs inputs) : ActivityExecutor
{
    public override void Execute(WorkflowRun run, FlowNode node)
    {
        var port = decide(new FactReader(run.Facts, inputs.Evaluate(run)));
        if (!node.HasPort(port))
            throw new WorkflowFault("decider.port", $"{node.Id} chose '{port}', which is none of its ports.");
        run.Complete(node, port);
    }
}
