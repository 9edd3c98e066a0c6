using Proposals.Workflows.Scripting;

namespace Proposals.Workflows.Definitions;

/// <summary>Where the text of a definition that another one uses as an activity comes from. Null where there is none.</summary>
/// <param name="DefinitionId">As the activity names it.</param>
/// <param name="VersionId">The very version, where the activity names one.</param>
public delegate string? FindDefinition(string DefinitionId, string? VersionId);

/// <summary>Finds inner workflows, and knows which ones we are inside of: a definition cannot hold itself.</summary>
/// <param name="Scripts">Shared by a definition and those inside it.</param>
internal sealed record ChildDefinitions(FindDefinition Find, IReadOnlyList<string> Around, ScriptAllowance Scripts)
{
    public const int MaxDepth = 8;

    /// <summary>Compiled to be proved, not to be run.</summary>
    public bool ForProof { get; init; }

    public ChildDefinitions Inside(string definitionId) => this with { Around = [.. Around, definitionId] };
}
