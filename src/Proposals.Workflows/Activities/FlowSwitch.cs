using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

internal sealed class FlowSwitch(SwitchCases cases) : ActivityExecutor
{
    public override IReadOnlyList<PortDescriptor> OwnPorts { get; } =
        [.. cases.All.Select(one => new PortDescriptor(one.Label, new BilingualText(one.Label, one.Label))), new(SwitchCases.Default, new("其他情况", "Default"))];

    public static ActivityExecutor? Read(ActivityDraft draft) => SwitchCases.Read(draft) is { } cases ? new FlowSwitch(cases) : null;

    public override void Execute(WorkflowRun run, Work work)
    {
        var matches = cases.Matching(run).Select(one => one.Label).ToList();
        run.Complete(work, matches.Count > 0 ? matches : [SwitchCases.Default]);
    }
}

/// <summary>The structured switch: its cases hold the activities themselves, and it completes when those it chose have.</summary>
internal sealed class Switch(SwitchCases cases, ActivityNode? otherwise) : ActivityExecutor
{
    public override IReadOnlyList<ActivityNode> Children { get; } = [.. cases.All.Select(one => one.Activity).Append(otherwise).OfType<ActivityNode>()];

    public static ActivityExecutor? Read(ActivityDraft draft) => SwitchCases.Read(draft) is { } cases ? new Switch(cases, draft.Slot("default")) : null;

    public override void Execute(WorkflowRun run, Work work)
    {
        var matches = cases.Matching(run);
        var chosen = matches.Count > 0 ? matches.Select(one => one.Activity).OfType<ActivityNode>().ToList() : otherwise is null ? [] : [otherwise];
        run.OpenWith(work, chosen);
    }

    public override void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports)
    {
        if (--frame.Left == 0)
            run.Close(frame);
    }
}
