using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>One table as it stands in its source: texts in rows of equal width. The first row is number 1 as in the source; blank rows in between stay.</summary>
public sealed record ListSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>A workbook says which cells are merged, and they are filled. Plain text has only blanks there.</summary>
    public bool KnowsMerges { get; init; }

    public int Width => Rows.Count == 0 ? 0 : Rows[0].Count;
}

/// <summary>What was read: the tables that look like lists, best first, or why nothing was.</summary>
public sealed record ListReading(IReadOnlyList<ListSheet> Sheets, Refusal? Refusal = null)
{
    /// <summary>Some cells are computed from other files; what is read is what they showed when the file was saved.</summary>
    public bool HasOutsideLinks { get; init; }

    public static ListReading Refused(Refusal refusal) => new([], refusal);
}
