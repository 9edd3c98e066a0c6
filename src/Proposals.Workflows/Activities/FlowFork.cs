using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

internal sealed class FlowFork(IReadOnlyList<string>? names) : ActivityExecutor
{
    public override IReadOnlyList<PortDescriptor> OwnPorts { get; } = [.. (names ?? ["Done"]).Select(name => new PortDescriptor(name, new BilingualText(name, name)))];

    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var branches = draft.Input("branches");
        if (branches is null or LiteralExpression)
            return new FlowFork((branches as LiteralExpression)?.Texts() is { Count: > 0 } names ? names : null);
        draft.Problems.Error("fork.branches", draft.Id, $"并行分支“{draft.Id}”的分支名称要直接写明，不能由脚本算出。请逐个填写。",
            $"The branches of fork \"{draft.Id}\" must be written out, not computed. List their names.");
        return null;
    }

    public override void Execute(WorkflowRun run, Work work) => run.Complete(work, names ?? ["Done"]);
}

internal enum JoinMode
{
    WaitAny,
    WaitAll,
    WaitAllActive,
}

internal sealed class FlowJoin(JoinMode mode) : ActivityExecutor
{
    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var mode = draft.Input("mode");
        if (mode is null)
            return new FlowJoin(JoinMode.WaitAny);
        // Computed anew for every token it could change while some already wait.
        var written = (mode as LiteralExpression)?.Text();
        if (Enum.TryParse<JoinMode>(written, out var known))
            return new FlowJoin(known);
        draft.Problems.Error("join.mode", draft.Id, $"汇合“{draft.Id}”的汇合方式“{written}”无法识别，或由脚本算出。请选择任一分支、所有分支或所有走到的分支。",
            $"The mode \"{written}\" of join \"{draft.Id}\" is not known, or computed. Choose WaitAny, WaitAll or WaitAllActive.");
        return null;
    }

    public JoinMode Mode => mode;

    public override void Execute(WorkflowRun run, Work work)
    {
        if (work.Node is { ReachedFrom: { } sources } && mode == JoinMode.WaitAny)
            run.CancelSiblings(work, sources);
        run.Complete(work);
    }
}
