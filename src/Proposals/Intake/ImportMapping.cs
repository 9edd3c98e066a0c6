namespace Proposals.Intake;

/// <summary>Which column of a sender's list means what, as somebody last corrected it.</summary>
public sealed class ImportMapping
{
    /// <summary>交办单位.</summary>
    public required string Sender { get; init; }

    public required ImportPurpose Purpose { get; init; }

    /// <summary>Heading to meaning, as JSON.</summary>
    public required string Columns { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}

public enum ImportPurpose
{
    AssignmentList,
}
