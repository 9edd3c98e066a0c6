namespace Proposals.Designer;

/// <summary>One version of a definition, as its JSON text. A published one is never edited; running cases keep theirs.</summary>
public sealed class WorkflowDefinitionVersion
{
    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required string Json { get; init; }

    /// <summary>SHA-256 of the text, to know a shipped file that was seen before.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsPublished { get; set; }
}
