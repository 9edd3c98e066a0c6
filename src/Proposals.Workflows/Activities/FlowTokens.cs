using System.Collections;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Activities;

/// <summary>How tokens travel through a flowchart. A merge runs once for all tokens that can still come to it; a way back never waits.</summary>
/// <remarks>
/// Elsa counts visits of every connection, dead ones included. Here a merge asks instead whether any open token can still reach it. That gives
/// the same runs in the same order for flowcharts without loops, keeps the state small, and loses no token when a loop leads back over
/// parallel branches.
/// </remarks>
internal sealed class FlowTokens(FlowGraph graph)
{
    private readonly Dictionary<string, ActivityNode> byId = graph.Nodes.ToDictionary(node => node.Id);

    public void Send(WorkflowRun run, Frame frame, ActivityNode node, IReadOnlyList<string> ports)
    {
        for (var i = 0; i < node.Outgoing.Count; i++)
        {
            var edge = node.Outgoing[i];
            if (Contains(ports, edge.Port))
                Take(run, frame, edge, ports, i);
            // A merge behind this edge may have been waiting for just this decision, whichever way it went.
            if (frame.Parked.Count > 0)
                Release(run, frame, edge.Target, [.. node.Outgoing.Skip(i + 1).Where(later => !later.IsBack || Contains(ports, later.Port))]);
        }

        Release(run, frame);
    }

    /// <summary>Lets every merge go on that nothing more can reach.</summary>
    public void Release(WorkflowRun run, Frame frame)
    {
        if (frame.Parked.Count > 0)
            Release(run, frame, null, []);
        if (frame.Late.Count > 0)
            ForgetLate(run, frame);
    }

    private static void Take(WorkflowRun run, Frame frame, FlowEdge edge, IReadOnlyList<string> ports, int place)
    {
        var target = edge.Target;
        if (edge.IsBack)
            run.Schedule(frame, target);
        else if (target.Executor is FlowJoin join && target.ReachedFrom is { } sources && join.Mode == JoinMode.WaitAny)
            ArriveFirst(run, frame, edge, sources, [.. edge.Source.Outgoing.Skip(place + 1).Where(later => Contains(ports, later.Port))]);
        else if (target.ReachedFrom is null)
            run.Schedule(frame, target);
        else
            frame.Parked.Set(edge.Key, Count(frame.Parked, edge.Key) + 1);
    }

    /// <summary>Whoever comes first takes the join with it; the other branches are cancelled, and what of them still arrives is too late.</summary>
    private static void ArriveFirst(WorkflowRun run, Frame frame, FlowEdge edge, BitArray sources, List<FlowEdge> onTheirWay)
    {
        if (Count(frame.Late, edge.Key) is > 0 and var late)
        {
            SetCount(frame.Late, edge.Key, late - 1);
            return;
        }

        if (run.IsQueued(frame, edge.Target))
            return;
        run.Schedule(frame, edge.Target);
        run.CancelSiblings(frame, sources);
        var open = run.OpenChildren(frame).Concat(onTheirWay.Select(way => way.Target)).ToList();
        foreach (var other in edge.Target.Incoming)
        {
            if (other != edge && !other.IsBack && (open.Exists(node => LeadsTo(node, other.Source)) || onTheirWay.Contains(other)))
                SetCount(frame.Late, other.Key, 1);
        }
    }

    /// <param name="behind">Only merges that this activity is or leads to; null for all.</param>
    /// <param name="pending">Edges that are still to be decided.</param>
    private void Release(WorkflowRun run, Frame frame, ActivityNode? behind, List<FlowEdge> pending)
    {
        var merges = new List<ActivityNode>();
        foreach (var (key, _) in frame.Parked)
        {
            var merge = byId[key[..key.IndexOf(' ', StringComparison.Ordinal)]];
            if (!merges.Contains(merge))
                merges.Add(merge);
        }

        foreach (var merge in merges.OrderBy(merge => merge.Index))
        {
            if (merge.ReachedFrom is not { } sources || (behind is not null && behind != merge && !sources[behind.Index]) || CanStillCome(run, frame, merge, sources, pending))
                continue;
            Pass(run, frame, merge);
        }
    }

    private static void Pass(WorkflowRun run, Frame frame, ActivityNode merge)
    {
        var missing = merge.Executor is FlowJoin join && join.Mode == JoinMode.WaitAll
            ? merge.Incoming.Find(edge => !edge.IsBack && Count(frame.Parked, edge.Key) == 0)
            : null;
        foreach (var edge in merge.Incoming)
        {
            if (Count(frame.Parked, edge.Key) is > 0 and var tokens)
                SetCount(frame.Parked, edge.Key, tokens - 1);
        }

        if (missing is null)
            run.Schedule(frame, merge);
        else
            run.RaiseAt(frame, merge, "join.dead-path", $"{merge.Id} waits for all of its branches, but the one from {missing.Source.Id} ({missing.Port}) was not taken and can no longer come.");
    }

    private bool CanStillCome(WorkflowRun run, Frame frame, ActivityNode merge, BitArray sources, List<FlowEdge> pending)
    {
        foreach (var node in run.OpenChildren(frame))
        {
            if (sources[node.Index])
                return true;
        }

        foreach (var edge in pending)
        {
            if ((edge.Target == merge && !edge.IsBack) || sources[edge.Target.Index])
                return true;
        }

        foreach (var (key, _) in frame.Parked)
        {
            var other = byId[key[..key.IndexOf(' ', StringComparison.Ordinal)]];
            if (other != merge && sources[other.Index])
                return true;
        }

        return false;
    }

    /// <summary>A branch that ended elsewhere is no longer late: the next token on that edge belongs to the next round.</summary>
    private void ForgetLate(WorkflowRun run, Frame frame)
    {
        var open = run.OpenChildren(frame).ToList();
        foreach (var edge in graph.Nodes.SelectMany(node => node.Incoming))
        {
            if (Count(frame.Late, edge.Key) > 0 && !open.Exists(node => LeadsTo(node, edge.Source)))
                frame.Late.Remove(edge.Key);
        }
    }

    private static bool LeadsTo(ActivityNode from, ActivityNode to)
    {
        var seen = new HashSet<ActivityNode>();
        var open = new Stack<ActivityNode>([to]);
        while (open.TryPop(out var node))
        {
            if (node == from)
                return true;
            if (!seen.Add(node))
                continue;
            foreach (var edge in node.Incoming)
            {
                if (!edge.IsBack)
                    open.Push(edge.Source);
            }
        }

        return false;
    }

    private static bool Contains(IReadOnlyList<string> ports, string port)
    {
        foreach (var candidate in ports)
        {
            if (candidate == port)
                return true;
        }

        return false;
    }

    private static int Count(TextMap<int> counts, string key) => counts.TryGet(key, out var count) ? count : 0;

    private static void SetCount(TextMap<int> counts, string key, int count)
    {
        if (count > 0)
            counts.Set(key, count);
        else
            counts.Remove(key);
    }
}
