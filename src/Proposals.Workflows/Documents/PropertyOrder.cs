using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>The names a writer of Elsa knows, in the order in which they stand. What it does not know follows from A to Z.</summary>
internal sealed class PropertyOrder(params string[] names)
{
    private readonly FrozenDictionary<string, (string Name, int Rank)> known =
        names.Select((name, rank) => KeyValuePair.Create(name, (name, rank))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Spells, sorts and drops what says nothing (null), as Elsa's writer does.</summary>
    public void Apply(JsonObject found, string where, ProblemList? problems)
    {
        var properties = new List<(int Rank, string Name, JsonNode? Value)>(found.Count);
        foreach (var (written, value) in found)
        {
            if (value is not null)
                properties.Add(known.TryGetValue(written, out var canonical) ? (canonical.Rank, canonical.Name, value) : (int.MaxValue, written, value));
        }

        Fill(found, properties, where, problems);
    }

    public static void Fill(JsonObject found, List<(int Rank, string Name, JsonNode? Value)> properties, string where, ProblemList? problems)
    {
        properties.Sort(static (left, right) => left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank) : string.CompareOrdinal(left.Name, right.Name));
        found.Clear();
        foreach (var (_, name, value) in properties)
        {
            if (!found.TryAdd(name, value) && problems is not null)
                JsonText.Twice(where + JsonPath.Below(name), name, problems);
        }
    }
}
