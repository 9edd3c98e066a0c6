namespace Proposals.Intake.Lists;

/// <summary>Which of several tables is the list: those with a heading row, in their order; without any, the first that is not blank.</summary>
internal static class SheetChoice
{
    public static ListReading Of(IReadOnlyList<ListSheet> sheets)
    {
        ListSheet[] filled = [.. sheets.Where(sheet => sheet.Width > 0)];
        ListSheet[] lists = [.. filled.Where(sheet => HeadingRow.Find(sheet) is not null)];
        if (lists.Length == 0 && filled.Length == 0)
            return ListReading.Refused(ListRefusals.Empty);
        if (lists.Length == 0)
            return new ListReading(filled[..1]);
        return lists.Sum(sheet => sheet.Rows.Sum(row => row.Sum(cell => cell.Length))) > ListLimits.Characters
            ? ListReading.Refused(ListRefusals.TooMuchText)
            : new ListReading(lists);
    }
}
