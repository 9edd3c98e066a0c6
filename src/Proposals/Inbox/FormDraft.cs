using Proposals.Handling;

namespace Proposals.Inbox;

/// <summary>暂存: what a person has typed into one act's form and not sent yet. It is nobody's fact, only that person's paper.</summary>
public sealed class FormDraft
{
    /// <summary>A reply of the longest kind with its promises; a form beyond it is no form of ours.</summary>
    public const int MostCharacters = 200_000;

    public required Guid PersonId { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>Code of the act that the form would do.</summary>
    public required string Act { get; init; }

    /// <summary>The form's fields by name, as JSON.</summary>
    public required string Fields { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}
