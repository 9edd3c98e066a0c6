using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Proof;

/// <summary>Walks a rule's automaton through all states, nearest first, so that each complaint comes with a shortest way to it.</summary>
internal sealed class PathWalk(PathRule rule, StateSpace space)
{
    private readonly Dictionary<(StateSpace.Place, int), Trail> seen = [];
    private readonly Queue<(StateSpace.Place Place, int Memory)> open = new();
    private readonly List<Problem> problems = [];
    private readonly HashSet<string> blamed = [];

    public IReadOnlyList<Problem> Problems()
    {
        Reach(space.Places[0], rule.Begin, null, []);
        while (open.TryDequeue(out var at))
        {
            foreach (var move in at.Place.Moves)
                Follow(at, move);
        }

        return problems;
    }

    private void Follow((StateSpace.Place Place, int Memory) from, StateSpace.Move move)
    {
        var memory = from.Memory;
        for (var i = 0; i < move.Passed.Count; i++)
        {
            var (node, port) = move.Passed[i];
            if (node.Written is null)
                continue;
            var passed = new Passage(new ProvenActivity(node), port);
            if (rule.Complaint(memory, passed) is { } complaint)
            {
                Complain(passed.Activity.Id, complaint, from, move.Passed.Take(i + 1));
                return;
            }

            memory = rule.After(memory, passed);
        }

        if (move.To is not { } to)
            return;
        if (to.IsEnd && rule.ComplaintAtEnd(memory) is { } atEnd)
        {
            Complain(FlowProof.PathOf([.. Way(from), .. move.Passed]) is [.., var last] ? last.ActivityId : "$.root", atEnd, from, move.Passed);
            return;
        }

        Reach(to, memory, from, move.Passed);
    }

    private void Reach(StateSpace.Place place, int memory, (StateSpace.Place, int)? from, IReadOnlyList<(ActivityNode, string)> passed)
    {
        if (seen.TryAdd((place, memory), new Trail(from, passed)))
            open.Enqueue((place, memory));
    }

    private void Complain(string where, BilingualProblem complaint, (StateSpace.Place, int) from, IEnumerable<(ActivityNode, string)> last)
    {
        if (blamed.Add(where))
            problems.Add(new Problem(rule.Code, where, complaint) { Path = FlowProof.PathOf([.. Way(from), .. last]) });
    }

    private IEnumerable<(ActivityNode, string)> Way((StateSpace.Place, int) to)
    {
        var trails = new Stack<Trail>();
        for ((StateSpace.Place, int)? at = to; at is { } here; at = seen[here].From)
            trails.Push(seen[here]);
        return trails.SelectMany(trail => trail.Passed);
    }

    private sealed record Trail((StateSpace.Place, int)? From, IReadOnlyList<(ActivityNode, string)> Passed);
}
