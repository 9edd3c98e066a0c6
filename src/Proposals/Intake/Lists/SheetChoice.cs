namespace Proposals.Intake.Lists;

/// <summary>Which of several tables is the list: those with a heading row, in their order; without any, all that are not blank.</summary>
internal static class SheetChoice
{
    public static ListReading Of(IReadOnlyList<ListSheet> sheets, Func<ListSheet, bool>? looks = null)
    {
        ListSheet[] filled = [.. sheets.Where(sheet => sheet.Width > 0)];
        ListSheet[] lists = [.. filled.Where(looks ?? (sheet => HeadingRow.Find(sheet) is not null))];
        if (lists.Length == 0 && filled.Length == 0)
            return ListReading.Refused(ListRefusals.Empty);
        lists = lists.Length == 0 ? filled : lists;
        return lists.Sum(sheet => sheet.Rows.Sum(row => row.Sum(cell => cell.Length))) > ListLimits.Characters
            ? ListReading.Refused(ListRefusals.TooMuchText)
            : new ListReading(lists);
    }
}
