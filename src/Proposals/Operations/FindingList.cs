using Proposals.Handling;

namespace Proposals.Operations;

/// <summary>Counts everything and keeps the first of each kind: a database that went wrong as a whole must not fill the memory, nor the page.</summary>
internal sealed class FindingList
{
    /// <summary>How many of one kind are named.</summary>
    public const int Named = 20;

    private readonly SortedDictionary<FindingKind, (int Count, List<Finding> First)> found = [];

    public void Add(FindingKind kind, ProposalCase subject, params IReadOnlyList<string> arguments) =>
        Add(kind, 1, [new Finding(kind, new FoundCase(subject.Id, subject.Kind, subject.CaseNumber), arguments)]);

    public void Add(FindingKind kind, int count, IReadOnlyList<Finding> first)
    {
        if (count == 0)
            return;
        var (sum, kept) = found.GetValueOrDefault(kind, (0, []));
        kept.AddRange(first.Take(Named - kept.Count));
        found[kind] = (sum + count, kept);
    }

    public IReadOnlyList<FoundKind> All() => [.. found.Select(kind => new FoundKind(kind.Key, kind.Value.Count, kind.Value.First))];
}
