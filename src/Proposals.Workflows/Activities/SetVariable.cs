using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

internal sealed class SetVariable(DefinedVariable variable, Expression? value) : ActivityExecutor
{
    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var id = draft.Json.Find("variable")?.Text("id") ?? draft.Json.Find("variable")?.Text("name") ?? "";
        if (draft.Scope.Find(id) is not { } variable)
        {
            draft.Problems.Error("variable.unknown", draft.Id, $"“{draft.Id}”要设置的变量“{id}”不存在。请选择已有的变量，或先添加它。",
                $"\"{draft.Id}\" sets variable \"{id}\", which does not exist. Choose another, or add it first.");
            return null;
        }

        return new SetVariable(variable, draft.Input("value"));
    }

    public override void Execute(WorkflowRun run, Work work)
    {
        run.SetVariable(variable, value?.Json(run) ?? "null");
        run.Complete(work);
    }
}

internal sealed class SetOutput(Expression name, Expression? value) : ActivityExecutor
{
    public static ActivityExecutor? Read(ActivityDraft draft) => draft.Input("outputName") is { } name ? new SetOutput(name, draft.Input("outputValue")) : null;

    public override void Execute(WorkflowRun run, Work work)
    {
        run.SetResult(name.Text(run) is { Length: > 0 } output ? output : throw new WorkflowFault("output.name", "The output to set has no name."), value?.Json(run) ?? "null");
        run.Complete(work);
    }
}

internal sealed class SetName(Expression? value) : ActivityExecutor
{
    public override void Execute(WorkflowRun run, Work work)
    {
        run.Name = value?.Text(run);
        run.Complete(work);
    }
}

internal sealed class Correlate(Expression? value) : ActivityExecutor
{
    public override void Execute(WorkflowRun run, Work work)
    {
        run.CorrelationId = value?.Text(run);
        run.Complete(work);
    }
}
