namespace Proposals.Designer;

/// <summary>How a version came onto the shelf.</summary>
public enum DefinitionOrigin
{
    /// <summary>A file that the product brought along.</summary>
    Shipped,

    /// <summary>Drawn in the designer.</summary>
    Drawn,

    Imported,

    /// <summary>A copy of an earlier version.</summary>
    Reverted,
}

public enum DefinitionState
{
    /// <summary>The latest version, not published yet: the only one that may still change.</summary>
    Draft,

    Published,

    /// <summary>Was published, and taken out of use without a successor.</summary>
    Retracted,

    /// <summary>Was published, until another version was.</summary>
    Replaced,

    /// <summary>Never published, and a later version stands above it.</summary>
    PutAside,
}

/// <summary>One version of a definition, as its JSON text. Once published or run by a case it is never edited and never deleted; running cases keep theirs.</summary>
public sealed class WorkflowDefinitionVersion
{
    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public required string Json { get; set; }

    /// <summary>SHA-256 over what is drawn, without the numbers and flags that the shelf itself keeps: two equal ones are the same workflow.</summary>
    public required string Sha256 { get; set; }

    public required DefinitionOrigin Origin { get; set; }

    /// <summary>The version that was copied, where <see cref="Origin"/> is Reverted.</summary>
    public int? CopiedFrom { get; init; }

    public bool IsLatest { get; set; }

    public bool IsPublished { get; set; }

    /// <summary>Grows over all versions of one definition, so that an expected revision never fits a row it was not read from.</summary>
    public required int Revision { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null where the product itself brought it, as with the other names.</summary>
    public Guid? CreatedById { get; init; }

    public required DateTimeOffset SavedAt { get; set; }

    public Guid? SavedById { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public Guid? PublishedById { get; set; }

    /// <summary>Which version of each workflow it uses as an activity was meant when it was first published; null where it never was, or before this was kept.</summary>
    public string? InnerVersions { get; set; }

    public DateTimeOffset? RetractedAt { get; set; }

    public Guid? RetractedById { get; set; }
}

/// <summary>A shipped file that was seen. It stays known when its draft is changed or deleted, or the next start would bring it again.</summary>
public sealed class ShippedDefinition
{
    /// <summary>SHA-256 over the file's bytes.</summary>
    public required string Sha256 { get; init; }

    public required string DefinitionId { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
