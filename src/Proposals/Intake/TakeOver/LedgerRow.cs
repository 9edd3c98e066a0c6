using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Intake.TakeOver;

/// <summary>One row of the office's own ledger, and where its item would stand, or stands, in ours.</summary>
/// <param name="Number">Of the row in its source.</param>
public sealed record LedgerRow(int Number, string CaseNumber, string Subject)
{
    public IReadOnlyList<LedgerProblem> Problems { get; init; } = [];

    /// <summary>What the row leaves open and how it is taken.</summary>
    public IReadOnlyList<Refusal> Notes { get; init; } = [];

    /// <summary>It is in our ledger already; nothing is done.</summary>
    public Refusal? AlreadyThere { get; init; }

    public CaseId? CaseId { get; init; }

    /// <summary>Where it stands after all that the row tells.</summary>
    public CaseState? State { get; init; }

    public Light? Light { get; init; }

    public DateOnly? DueOn { get; init; }

    public string Handler { get; init; } = "";

    public bool IsGood => Problems.Count == 0 && AlreadyThere is null;

    /// <summary>For each act that the row tells of, the heading of its column.</summary>
    internal IReadOnlyList<string?> Acts { get; init; } = [];
}

/// <param name="Column">Its heading; null where the ledger has no such column, or the whole row is meant.</param>
/// <param name="Reason">Why the row cannot be taken over as it stands.</param>
public sealed record LedgerProblem(string? Column, Refusal Reason);

/// <summary>An act that the ledger tells of, with the column that tells it.</summary>
internal sealed record ToldAct(ActLine Line, LedgerField? Field);

/// <summary>A whole ledger as it was read.</summary>
public sealed record LedgerReading(IReadOnlyList<LedgerRow> Rows, IReadOnlyList<string> IgnoredColumns)
{
    public IEnumerable<LedgerRow> Good => Rows.Where(row => row.IsGood);

    public int Bad => Rows.Count(row => row.Problems.Count > 0);

    public int Known => Rows.Count(row => row is { AlreadyThere: not null, Problems.Count: 0 });
}
