using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

/// <summary>Start, and End, which the container that holds it takes as its own end.</summary>
internal sealed class PassOn : ActivityExecutor
{
    public override void Execute(WorkflowRun run, Work work) => run.Complete(work);
}

internal sealed class FinishWorkflow : ActivityExecutor
{
    public override void Execute(WorkflowRun run, Work work) => run.FinishAt(work);
}

internal sealed class BreakLoop : ActivityExecutor
{
    public override void Execute(WorkflowRun run, Work work)
    {
        run.BreakOut(work.Owner);
        run.Complete(work);
    }
}

internal sealed class WriteLine(Expression? text) : ActivityExecutor
{
    public override void Execute(WorkflowRun run, Work work)
    {
        text?.Json(run);
        run.Complete(work);
    }
}

/// <summary>Fails on purpose, in the words of whoever drew it.</summary>
internal sealed class FaultWorkflow(Expression? code, Expression? message) : ActivityExecutor
{
    private const int MaxLength = 200;

    public static ActivityExecutor Read(ActivityDraft draft) => new FaultWorkflow(draft.Input("code"), draft.Input("message"));

    public override void Execute(WorkflowRun run, Work work)
    {
        var words = message?.Text(run) is { Length: > 0 } given ? given : $"{work.Node.Id} reports a fault.";
        throw new WorkflowFault("fault." + (code?.Text(run) is { Length: > 0 and <= 40 } own ? own : "0"), words.Length > MaxLength ? words[..MaxLength] : words);
    }
}

internal sealed class CompleteWorkflow(Expression? outcomes) : ActivityExecutor
{
    public static ActivityExecutor Read(ActivityDraft draft) => new CompleteWorkflow(draft.Input("outcomes"));

    public override void Execute(WorkflowRun run, Work work) => run.CompleteInnermost(work, outcomes?.Texts(run) is { Count: > 0 } ports ? ports : ["Done"]);
}
