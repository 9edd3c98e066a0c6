namespace Proposals.Intake.Lists;

/// <summary>What the clerk says of the whole list, and what is known without it.</summary>
public sealed record ListContext(BureauNames Bureau, string Sender, DateOnly Today)
{
    /// <summary>The day of the list as the clerk says it; for rows that name none, whatever the title says.</summary>
    public DateOnly? AssignedOn { get; init; }

    /// <summary>11.19 is a day. Only where the year is sure and a person wrote the cells.</summary>
    public bool ReadsDottedDays { get; init; }

    public ItemKind? Kind { get; init; }

    public AdministrativeLevel? Level { get; init; }

    public int? Term { get; init; }

    public int? Session { get; init; }

    /// <summary>Blank cells below a value take it: what a merged cell leaves in plain text.</summary>
    public bool FillsDown { get; init; }

    /// <summary>The columns as somebody chose them; null guesses.</summary>
    public ListColumns? Columns { get; init; }

    /// <summary>Of the last case of a deputy's item, for lists that say nothing.</summary>
    public (int Term, int Session)? LastOfCongress { get; init; }

    public (int Term, int Session)? LastOfCppcc { get; init; }
}
