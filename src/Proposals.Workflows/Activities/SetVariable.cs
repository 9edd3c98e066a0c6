using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

internal sealed class SetVariable(DefinedVariable variable, Expression? value) : ActivityExecutor
{
    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var id = draft.Json.Find("variable")?.Text("id") ?? draft.Json.Find("variable")?.Text("name") ?? "";
        if ((draft.Variables.WithId(id) ?? draft.Variables.WithName(id)) is not { } variable)
        {
            draft.Problems.Error("variable.unknown", draft.Id, $"“{draft.Id}”要设置的变量“{id}”不存在。请选择已有的变量，或先添加它。",
                $"\"{draft.Id}\" sets variable \"{id}\", which does not exist. Choose another, or add it first.");
            return null;
        }

        return new SetVariable(variable, draft.Expressions.ReadInput(draft.Id, draft.Json, "value", null));
    }

    public override void Execute(WorkflowRun run, FlowNode node)
    {
        run.SetVariable(variable, value?.Json(run) ?? "null");
        run.Complete(node, "Done");
    }
}
