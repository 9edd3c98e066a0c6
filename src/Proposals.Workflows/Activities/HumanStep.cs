using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

internal sealed class HumanStep(ActivityInputs inputs) : ActivityExecutor
{
    public override void Execute(WorkflowRun run, Work work)
    {
        var values = inputs.Evaluate(run);
        var wait = run.Wait(work);
        run.Tell(new StepWanted(wait.Id, work.Node.Key, work.Node.Type, work.Node.Activity.DisplayText, wait.Number, values));
    }
}
