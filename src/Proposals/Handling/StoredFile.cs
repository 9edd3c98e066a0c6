namespace Proposals.Handling;

/// <summary>A paper of a case, kept in the database so that a backup is one thing. Uploaded first, attached by the act that names it.</summary>
public sealed class StoredFile
{
    public const int MaximumBytes = 20 * 1024 * 1024;

    public required FileId Id { get; init; }

    /// <summary>Null while a case is only being registered.</summary>
    public CaseId? CaseId { get; set; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required int Size { get; init; }

    public required string Sha256 { get; init; }

    public required Guid UploadedById { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>The act that made it part of the case; null while it only waits for its form to be sent.</summary>
    public string? AttachedTo { get; set; }

    /// <summary>Whose bytes these are: one sheet that serves several cases is kept once.</summary>
    public required FileId ContentId { get; init; }

    public StoredFileContent Content { get; init; } = null!;

    public DateOnly? VoidedOn { get; set; }

    public string VoidReason { get; set; } = "";

    /// <summary>The paper that took its place.</summary>
    public FileId? ReplacedById { get; set; }
}

public sealed class StoredFileContent
{
    public required FileId Id { get; init; }

    public required byte[] Bytes { get; init; }
}
