using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

internal sealed class FlowDecision(Expression condition) : ActivityExecutor
{
    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        if (draft.Json.Find("condition") is null)
        {
            draft.Problems.Error("decision.condition", draft.Id, $"条件判断“{draft.Id}”没有写条件。请填写条件。", $"Decision \"{draft.Id}\" has no condition. Write one.");
            return null;
        }

        return draft.Expressions.ReadInput(draft.Id, draft.Json, "condition", "Boolean") is { } condition ? new FlowDecision(condition) : null;
    }

    public override void Execute(WorkflowRun run, Work work) => run.Complete(work, condition.IsTrue(run) ? "True" : "False");
}
