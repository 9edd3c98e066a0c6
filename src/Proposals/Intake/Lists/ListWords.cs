namespace Proposals.Intake.Lists;

/// <summary>What a title, or a line between the rows (二、政协提案), says of the rows below it.</summary>
internal sealed record ListWords(string Title, ItemKind? Kind, IReadOnlyList<SessionText> Sessions, bool? IsInterSession, DateOnly? AssignedOn, int? Year)
{
    public static ListWords Nothing { get; } = new("", null, [], null, null, null);

    public static ListWords Of(params IReadOnlyList<string> lines)
    {
        var (assignedOn, year) = DayText.InTitles(lines);
        return new ListWords(
            string.Join(' ', lines.Select(CellText.OneLine)),
            KindText.Of(string.Join(' ', lines.Select(line => line.Length > 300 ? line[..300] : line))),
            [.. lines.SelectMany(SessionText.All)],
            lines.Select(SessionText.SaysInterSession).FirstOrDefault(said => said is not null),
            assignedOn, year);
    }

    /// <summary>The rows above the headings, and the sheet's name.</summary>
    public static ListWords Titles(ListSheet sheet, HeadingRow heading)
    {
        string[] above = [.. sheet.Rows.Take(Math.Max(0, heading.First)).SelectMany(row => row).Where(cell => cell.Length > 0).Distinct()];
        return Of([.. above, sheet.Name]) with { Title = string.Join(' ', above.Select(CellText.OneLine)) };
    }

    /// <summary>A line between the rows speaks first; where it is silent, the titles go on.</summary>
    public ListWords Under(ListWords titles) => new(titles.Title, Kind ?? titles.Kind, [.. Sessions, .. titles.Sessions], IsInterSession ?? titles.IsInterSession, AssignedOn ?? titles.AssignedOn, Year ?? titles.Year);
}
