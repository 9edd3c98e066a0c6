namespace Proposals.Workflows.Definitions;

/// <summary>
/// Which edges go back, as Elsa finds it: edges are met breadth first from the start, and one that would close a circle among those met before
/// goes back. Circles are found by keeping a topological order up to date (Pearce and Kelly), so that large drawings stay cheap.
/// </summary>
internal sealed class ForwardEdges
{
    private readonly int[] order;
    private readonly List<int>[] after;
    private readonly List<int>[] before;

    private ForwardEdges(int count)
    {
        order = [.. Enumerable.Range(0, count)];
        after = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        before = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
    }

    public static void Mark(IReadOnlyList<ActivityNode> nodes, ActivityNode start)
    {
        var forward = new ForwardEdges(nodes.Count);
        var met = new HashSet<(int, int)>();
        var seen = new bool[nodes.Count];
        var queue = new Queue<ActivityNode>([start]);
        while (queue.TryDequeue(out var node))
        {
            if (seen[node.Index])
                continue;
            seen[node.Index] = true;
            foreach (var edge in node.Outgoing)
            {
                var pair = (node.Index, edge.Target.Index);
                if (met.Contains(pair))
                    continue;
                if (!forward.TryAdd(node.Index, edge.Target.Index))
                {
                    edge.IsBack = true;
                    continue;
                }

                met.Add(pair);
                queue.Enqueue(edge.Target);
            }
        }
    }

    private bool TryAdd(int source, int target)
    {
        if (source == target)
            return false;
        if (order[source] > order[target])
        {
            var reached = Collect(target, after, at => order[at] <= order[source]);
            if (reached.Contains(source))
                return false;
            Reorder(Collect(source, before, at => order[at] >= order[target]), reached);
        }

        after[source].Add(target);
        before[target].Add(source);
        return true;
    }

    private static HashSet<int> Collect(int first, List<int>[] next, Func<int, bool> within)
    {
        var found = new HashSet<int>();
        var open = new Stack<int>([first]);
        while (open.TryPop(out var at))
        {
            if (!within(at) || !found.Add(at))
                continue;
            foreach (var other in next[at])
                open.Push(other);
        }

        return found;
    }

    private void Reorder(HashSet<int> earlier, HashSet<int> later)
    {
        var moved = earlier.OrderBy(at => order[at]).Concat(later.OrderBy(at => order[at])).ToList();
        var places = moved.Select(at => order[at]).Order().ToList();
        for (var i = 0; i < moved.Count; i++)
            order[moved[i]] = places[i];
    }
}
