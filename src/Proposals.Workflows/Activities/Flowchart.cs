using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

internal sealed class Flowchart(IReadOnlyList<ActivityNode> nodes, FlowGraph graph) : ActivityExecutor
{
    private readonly FlowTokens tokens = new(graph);

    public override IReadOnlyList<ActivityNode> Children => nodes;

    public FlowGraph Graph => graph;

    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var nodes = new List<ActivityNode>();
        var known = new Dictionary<string, ActivityNode?>();
        var position = -1;
        foreach (var item in draft.Json.Find("activities").Items())
        {
            var node = draft.Reader.Read(item, $"{draft.Where}.activities[{++position}]", draft.Inside, nodes.Count);
            if (node is not null)
                nodes.Add(node);
            if (item.Text("id") is { } id)
                known.TryAdd(id, node);
        }

        ConnectionReader.Read(draft, known);
        var isWhole = known.Count == nodes.Count && known.Values.All(node => node is not null);
        var isRoot = draft.Where == "$.root";
        if (StartFinder.Find(draft, nodes, isWhole && (isRoot || nodes.Count > 0)) is not { } start)
            return isRoot || nodes.Count > 0 ? null : new Flowchart(nodes, new FlowGraph(nodes, null));
        return new Flowchart(nodes, new FlowGraph(nodes, start));
    }

    public override void Execute(WorkflowRun run, Work work)
    {
        var frame = run.Open(work);
        if ((nodes.FirstOrDefault(run.IsTrigger) ?? graph.Start) is { } start)
            run.Schedule(frame, start);
        else
            run.Close(frame);
    }

    public override void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports)
    {
        if (child.Activity.Descriptor.IsTerminal)
        {
            run.Close(frame);
            return;
        }

        tokens.Send(run, frame, child, ports);
        CloseIfDone(run, frame);
    }

    public override void ChildGone(WorkflowRun run, Frame frame)
    {
        tokens.Release(run, frame);
        CloseIfDone(run, frame);
    }

    private static void CloseIfDone(WorkflowRun run, Frame frame)
    {
        if (!run.HasWork(frame))
            run.Close(frame);
    }
}
