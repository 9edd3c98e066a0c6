using Proposals.Acts;
using Proposals.Handling;
using Proposals.Intake.Lists;

namespace Proposals.Intake;

/// <summary>What the clerk says of a list before it is registered.</summary>
public sealed record ListOrder(string Sender)
{
    /// <summary>For rows that name no day, whatever the title says.</summary>
    public DateOnly? AssignedOn { get; init; }

    public ItemKind? Kind { get; init; }

    public AdministrativeLevel? Level { get; init; }

    public int? Term { get; init; }

    public int? Session { get; init; }

    public bool FillsDown { get; init; }

    /// <summary>Null takes what is remembered of the sender, or guesses.</summary>
    public ListColumns? Columns { get; init; }
}

/// <summary>What a list would do to the ledger. Nothing of it is stored.</summary>
public sealed record ListPreview(AssignmentList List, IReadOnlyList<PreviewRow> Rows)
{
    public int Count(ListVerdict verdict) => Rows.Count(row => row.Verdict == verdict);
}

/// <param name="Row">As the list has it.</param>
/// <param name="Verdict">What would become of it.</param>
/// <param name="Earlier">Where it is in the ledger already.</param>
public sealed record PreviewRow(ListRow Row, ListVerdict Verdict, EarlierRegistration? Earlier = null);

public enum ListVerdict
{
    New,

    /// <summary>Its number is in the ledger; it is skipped.</summary>
    Registered,

    Bad,
}

/// <summary>What the confirmed list did, row by row.</summary>
public sealed record ListOutcome(IReadOnlyList<CaseId> Registered, IReadOnlyList<RefusedRow> Refused);

public sealed record RefusedRow(int Number, Refusal Reason);
