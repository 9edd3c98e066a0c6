using Proposals.Acts;
using Proposals.Workflows.Definitions;

namespace Proposals.Designer;

/// <summary>What an import would do to the shelf.</summary>
public enum ImportEffect
{
    /// <summary>Nobody knows this definition yet.</summary>
    NewDefinition,

    /// <summary>The latest version stays as it is, and a draft opens above it.</summary>
    NewDraft,

    /// <summary>An open draft would be written over; only where a person chose it.</summary>
    ReplacesDraft,

    /// <summary>The same workflow stands here already: nothing to do.</summary>
    Identical,
}

/// <summary>What would happen, before anything does.</summary>
public sealed record ImportPreview(Refusal? Refusal)
{
    public string DefinitionId { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>The text in its canonical form, as it would be kept.</summary>
    public string Text { get; init; } = "";

    public ImportEffect Effect { get; init; }

    /// <summary>The newest version that draws the same.</summary>
    public int? SameAs { get; init; }

    public WorkflowDefinitionVersion? Latest { get; init; }

    /// <summary>To be given back with the import: it is done to this state or not at all.</summary>
    public int ExpectedRevision => Latest?.Revision ?? 0;

    /// <summary>Against the latest version; null where there is none, or where one of both is too broken to compare.</summary>
    public VersionChanges? Changes { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
