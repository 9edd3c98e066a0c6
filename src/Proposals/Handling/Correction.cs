namespace Proposals.Handling;

/// <summary>更正: one field that was wrong, with what stood there before. The old value stays readable for ever.</summary>
public sealed class Correction
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>Code of the field, as the act names it.</summary>
    public required string Field { get; init; }

    /// <summary>The consultation, delivery, form or proposer it is of; null for a field of the case itself.</summary>
    public Guid? RowId { get; init; }

    /// <summary>As text: days as 2026-03-17, codes as codes.</summary>
    public required string Before { get; init; }

    public required string After { get; init; }

    public required string Reason { get; init; }

    public FileId? EvidenceId { get; init; }

    public required DateOnly On { get; init; }

    public required Guid ById { get; init; }
}
