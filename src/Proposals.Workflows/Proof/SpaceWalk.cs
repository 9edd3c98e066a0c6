using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Proof;

/// <summary>What can be seen from the states alone: where a workflow stops, and from where no end is left.</summary>
internal static class SpaceWalk
{
    /// <summary>Every stop, each with a shortest way to it.</summary>
    public static IEnumerable<Stop> Stops(StateSpace space)
    {
        var ways = new Ways(space);
        foreach (var place in space.Places)
        {
            if (place is { State: not null, IsEnd: false, Waits.Count: 0 })
                yield return new Stop(null, ways.To(place));
            foreach (var move in place.Moves)
            {
                if (move.Incident is { } incident)
                    yield return new Stop(incident, FlowProof.PathOf([.. ways.Passed(place), .. move.Passed]));
            }
        }
    }

    /// <summary>A shortest way to a place, and what was passed behind it.</summary>
    public static IReadOnlyList<PathStep> Way(StateSpace space, StateSpace.Place to, IEnumerable<(ActivityNode Node, string Port)> then) =>
        FlowProof.PathOf([.. new Ways(space).Passed(to), .. then]);

    /// <summary>The nearest place from which no way leads to an end. A stop counts as one: it is complained about by itself.</summary>
    public static (StateSpace.Place Place, IReadOnlyList<PathStep> Path)? FirstWithoutEnd(StateSpace space)
    {
        var before = new Dictionary<StateSpace.Place, List<StateSpace.Place>>();
        var open = new Stack<StateSpace.Place>();
        foreach (var place in space.Places)
        {
            if (place.IsEnd || (place.Waits.Count == 0 && place.State is not null) || place.Moves.Exists(move => move.Incident is not null))
                open.Push(place);
            foreach (var to in place.Moves.Select(move => move.To).OfType<StateSpace.Place>())
            {
                if (!before.TryGetValue(to, out var list))
                    before[to] = list = [];
                list.Add(place);
            }
        }

        var ends = new HashSet<StateSpace.Place>();
        while (open.TryPop(out var place))
        {
            if (!ends.Add(place) || !before.TryGetValue(place, out var sources))
                continue;
            foreach (var source in sources)
                open.Push(source);
        }

        return space.Places.FirstOrDefault(place => !ends.Contains(place) && place.State is not null) is { } lost ? (lost, new Ways(space).To(lost)) : null;
    }

    /// <param name="Incident">Null where nothing failed, and yet nothing waits.</param>
    internal sealed record Stop(IncidentRaised? Incident, IReadOnlyList<PathStep> Path);

    /// <summary>Shortest ways from the start. Places were found nearest first, so the first way into each is one.</summary>
    private sealed class Ways
    {
        private readonly Dictionary<StateSpace.Place, (StateSpace.Place From, StateSpace.Move By)> into = [];

        public Ways(StateSpace space)
        {
            foreach (var place in space.Places)
            {
                foreach (var move in place.Moves)
                {
                    if (move.To is { } to)
                        into.TryAdd(to, (place, move));
                }
            }
        }

        public IReadOnlyList<PathStep> To(StateSpace.Place place) => FlowProof.PathOf(Passed(place));

        public IEnumerable<(ActivityNode Node, string Port)> Passed(StateSpace.Place place)
        {
            var moves = new Stack<StateSpace.Move>();
            var at = place;
            while (at.State is not null)
            {
                var (from, by) = into[at];
                moves.Push(by);
                at = from;
            }

            return moves.SelectMany(move => move.Passed);
        }
    }
}
