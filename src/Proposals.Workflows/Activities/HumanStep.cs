using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

internal sealed class HumanStep(ActivityInputs inputs) : ActivityExecutor
{
    public override void Execute(WorkflowRun run, FlowNode node) => run.Wait(node, inputs.Evaluate(run));
}
