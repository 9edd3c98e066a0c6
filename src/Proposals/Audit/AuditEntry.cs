namespace Proposals.Audit;

/// <summary>One act as it was recorded: canonical text, and a hash over it that includes the previous entry's. Only ever added.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    /// <summary>Whose chain it stands in: <c>case:…</c>, <c>person:…</c>, <c>department:…</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>From 1, without gaps; a missing number shows a removed entry.</summary>
    public required int Number { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    /// <summary>The canonical JSON that the hash is taken over, byte for byte.</summary>
    public required string Text { get; init; }

    public required string Act { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who entered it; null where the system acted, which never looks like a person.</summary>
    public Guid? RecordedById { get; init; }

    /// <summary>The same form sent twice carries the same key and is the same act.</summary>
    public Guid? IdempotencyKey { get; init; }
}

/// <summary>The end of a chain; its number is the guard that lets only one writer append.</summary>
public sealed class AuditHead
{
    public required string Subject { get; init; }

    public required int Number { get; set; }

    public required string Hash { get; set; }
}
