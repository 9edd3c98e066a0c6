using Proposals.Workflows.Catalogue;

namespace Proposals.Workflows.Definitions;

/// <summary>Reads Elsa 3's JSON. Tolerant in what it reads, strict in what it lets run.</summary>
public static class DefinitionReader
{
    public static LoadResult Load(string json, ActivityCatalogue catalogue) => throw new NotSupportedException();
}
