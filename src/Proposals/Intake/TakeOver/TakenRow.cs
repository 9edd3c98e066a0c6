using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Intake.TakeOver;

/// <summary>One row of the office's own ledger, and where its item would stand, or stands, in ours.</summary>
/// <param name="Number">Of the row in its source.</param>
public sealed record TakenRow(int Number, string CaseNumber, string Subject)
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

    /// <summary>Of a row with problems: the last state that is sure, where it could be taken that far.</summary>
    public CaseState? SureState { get; init; }

    /// <summary>Columns that <see cref="SureState"/> leaves out.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Of a row that was taken in part: what was left out, and why.</summary>
    public IReadOnlyList<Refusal> WhyPart { get; init; } = [];

    public bool IsGood => Problems.Count == 0 && AlreadyThere is null;

    /// <summary>For each act that the row tells of, its column.</summary>
    internal IReadOnlyList<LedgerField?> Acts { get; init; } = [];

    /// <summary>Columns in which the row says something.</summary>
    internal IReadOnlyList<LedgerField> Says { get; init; } = [];
}

/// <param name="Column">Its heading; null where the ledger has no such column, or the whole row is meant.</param>
/// <param name="Reason">Why the row cannot be taken over as it stands.</param>
public sealed record LedgerProblem(string? Column, Refusal Reason)
{
    /// <summary>Null where the item itself could not be registered.</summary>
    internal LedgerField? Field { get; init; }
}

/// <summary>An act that the ledger tells of, with the column that tells it.</summary>
internal sealed record ToldAct(ActLine Line, LedgerField? Field);

/// <summary>A whole ledger as it was read.</summary>
public sealed record LedgerReading(IReadOnlyList<TakenRow> Rows, IReadOnlyList<LedgerColumn> Columns)
{
    public IEnumerable<string> IgnoredColumns => Columns.Where(column => column.IsIgnored).Select(column => column.Name);

    public IEnumerable<TakenRow> Good => Rows.Where(row => row.IsGood);

    public int Bad => Rows.Count(row => row.Problems.Count > 0);

    public int Known => Rows.Count(row => row is { AlreadyThere: not null, Problems.Count: 0 });

    /// <summary>Rows with problems that could be taken up to what is sure.</summary>
    public int Partly => Rows.Count(row => row.SureState is not null);
}

/// <param name="Name">Its heading, or its letter.</param>
/// <param name="Meaning">One of <see cref="LedgerMeanings.All"/>; empty for none.</param>
/// <param name="Sample">The first cell that says something.</param>
/// <param name="IsIgnored">It has a heading, and nothing of it is used.</param>
public sealed record LedgerColumn(string Name, string Meaning, string Sample, bool IsIgnored);
