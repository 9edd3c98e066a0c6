using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

internal sealed class Sequence(IReadOnlyList<ActivityNode> activities) : ActivityExecutor
{
    public override IReadOnlyList<ActivityNode> Children => activities;

    public override void Execute(WorkflowRun run, Work work) => Next(run, run.Open(work));

    public override void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports)
    {
        if (frame.IsBreaking || child.Activity.Descriptor.IsTerminal)
            run.Close(frame);
        else
            Next(run, frame);
    }

    private void Next(WorkflowRun run, Frame frame)
    {
        if (frame.Index < activities.Count)
            run.Schedule(frame, activities[frame.Index++]);
        else
            run.Close(frame);
    }
}

internal sealed class Parallel(IReadOnlyList<ActivityNode> activities) : ActivityExecutor
{
    public override IReadOnlyList<ActivityNode> Children => activities;

    public override void Execute(WorkflowRun run, Work work) => run.OpenWith(work, activities);

    public override void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports)
    {
        if (--frame.Left == 0)
            run.Close(frame);
    }
}

internal sealed class Fork(IReadOnlyList<ActivityNode> branches, bool waitsForAny) : ActivityExecutor
{
    public override IReadOnlyList<ActivityNode> Children => branches;

    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var mode = draft.Json.Find("joinMode") is { } written ? written.AsText() ?? written.Find("expression")?.Text("value") ?? "" : "WaitAll";
        if (mode is "WaitAll" or "WaitAny")
            return new Fork(draft.List("branches"), mode == "WaitAny");
        draft.Problems.Error("fork.mode", draft.Id, $"分叉“{draft.Id}”的等待方式“{mode}”无法识别。请写 WaitAll 或 WaitAny。", $"The join mode \"{mode}\" of fork \"{draft.Id}\" is not known. Write WaitAll or WaitAny.");
        return null;
    }

    public override void Execute(WorkflowRun run, Work work) => run.OpenWith(work, branches);

    public override void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports)
    {
        if (--frame.Left == 0 || waitsForAny || frame.IsBreaking)
            run.Close(frame);
    }
}

internal sealed class If(Expression? condition, ActivityNode? then, ActivityNode? otherwise) : ActivityExecutor
{
    public override IReadOnlyList<ActivityNode> Children { get; } = [.. new[] { then, otherwise }.OfType<ActivityNode>()];

    public static ActivityExecutor? Read(ActivityDraft draft) => new If(draft.Input("condition"), draft.Slot("then"), draft.Slot("else"));

    public override void Execute(WorkflowRun run, Work work)
    {
        var holds = condition?.IsTrue(run) == true;
        run.SetOutput(work.Node, "result", holds ? "true" : "false");
        var frame = run.Open(work);
        if ((holds ? then : otherwise) is { } chosen)
            run.Schedule(frame, chosen);
        else
            run.Close(frame);
    }
}
