using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Proof;

/// <summary>One event worked through for a proof: what is chosen wherever a script or a fact would decide, and everything that was passed on the way.</summary>
/// <param name="given">The first choices; whatever is asked further takes the first way.</param>
internal sealed class ProofTape(IReadOnlyList<int> given)
{
    /// <summary>Several tokens may come by on one event; so many never do.</summary>
    private const int MostVisits = 30;

    private readonly Dictionary<ActivityNode, int> visits = [];
    private readonly List<int> taken = [];
    private readonly List<int> offered = [];

    public List<(ActivityNode Node, string Port)> Passed { get; } = [];

    public int Choose(int ways)
    {
        var choice = taken.Count < given.Count ? given[taken.Count] : 0;
        taken.Add(choice);
        offered.Add(ways);
        return choice;
    }

    public void Note(ActivityNode node, IReadOnlyList<string> ports)
    {
        foreach (var port in ports)
            Passed.Add((node, port));
        visits[node] = visits.GetValueOrDefault(node) + 1;
        if (visits[node] > MostVisits)
            throw new BusyLoopException();
    }

    /// <summary>The beginnings of every other way that this one passed by.</summary>
    public IEnumerable<IReadOnlyList<int>> OtherWays()
    {
        for (var place = given.Count; place < taken.Count; place++)
        {
            for (var other = 1; other < offered[place]; other++)
                yield return [.. taken.Take(place), other];
        }
    }
}

/// <summary>A run that comes by the same activity again and again without ever waiting is given up.</summary>
internal sealed class BusyLoopException : Exception
{
    public BusyLoopException()
        : base("The same activity was passed again and again on one event.")
    {
    }
}
