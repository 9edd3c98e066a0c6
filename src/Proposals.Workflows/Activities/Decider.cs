using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

internal sealed class Decider(Func<FactReader, string> decide, ActivityInputs inputs) : ActivityExecutor
{
    public override void Execute(WorkflowRun run, Work work)
    {
        var port = decide(new FactReader(run.Facts, inputs.Evaluate(run)));
        if (!work.Node.HasPort(port))
            throw new WorkflowFault("decider.port", $"{work.Node.Id} chose '{port}', which is none of its ports.");
        run.Complete(work, port);
    }
}
