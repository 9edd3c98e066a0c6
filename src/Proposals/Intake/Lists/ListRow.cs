using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>One item of the list that names our bureau: the act that would register it, or what keeps it from being registered.</summary>
/// <param name="Number">Of the row in its source.</param>
public sealed record ListRow(int Number)
{
    public string CaseNumber { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Proposers { get; init; } = "";

    public OurRole? Role { get; init; }

    /// <summary>Still without the clerk's word that nothing in the list is classified. Null where a problem stands in the way.</summary>
    public RegisterCase? Act { get; init; }

    public IReadOnlyList<ListProblem> Problems { get; init; } = [];

    /// <summary>How many co-proposers 等5人 counts without naming them.</summary>
    public int Unnamed { get; init; }
}

/// <param name="Column">Heading of the column, or its letter; null where the whole row is meant.</param>
/// <param name="Field">What the column means.</param>
public sealed record ListProblem(ListField? Field, string? Column, Refusal Reason);

/// <summary>What a list comes to under one reading of its columns.</summary>
public sealed record AssignmentList(HeadingRow Heading, ListColumns Columns, IReadOnlyList<ListRow> Ours, int Rows)
{
    public int Others { get; init; }

    /// <summary>The other units and their rows, most first: our bureau under a name that nobody told us shows here.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> OtherUnits { get; init; } = [];

    /// <summary>No column names units, so all rows are taken as ours.</summary>
    public bool NamesNoUnits { get; init; }

    /// <summary>Blank cells that took what stands above them.</summary>
    public int FilledCells { get; init; }

    /// <summary>A heading that means 联名 and 附议 at once, as long as nobody has said which; its people count as co-proposers.</summary>
    public string? MixedHeading { get; init; }

    /// <summary>The title rows, as one line.</summary>
    public string Title { get; init; } = "";
}
