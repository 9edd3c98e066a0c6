using Proposals.Acts;
using Proposals.Intake.Lists;

namespace Proposals.Deadlines.Calendars;

/// <summary>Which columns say the day, its name and whether it is worked. Without headings they stand in this order.</summary>
/// <param name="Heading">Number of the row that names them; 0 where none does.</param>
internal sealed record CalendarColumns(int Date, int Name, int Kind, int Heading)
{
    public const string DateWord = "日期";
    public const string KindWord = "安排";

    private const int Searched = 20;
    private const string NameWord = "节日";

    private static readonly CalendarColumns InOrder = new(0, 1, 2, 0);

    private static readonly HashSet<string> DateWords = [DateWord, "放假日期", "时间", "放假时间", "日子"];
    private static readonly HashSet<string> NameWords = [NameWord, "名称", "节日名称", "节日(名称)", "节假日", "节假日名称", "假日", "假期", "假期名称"];
    private static readonly HashSet<string> KindWords = [KindWord, "放假安排", "休班", "休/班", "类型", "类别", "状态"];

    public static CalendarColumns Find(IReadOnlyList<CalendarRow> rows, List<Refusal> problems)
    {
        foreach (var row in rows.Take(Searched))
        {
            var (dates, names, kinds) = (At(row, DateWords), At(row, NameWords), At(row, KindWords));
            if (dates.Length == 0 || names.Length == 0 || kinds.Length == 0)
                continue;
            foreach (var (_, word) in new[] { (dates, DateWord), (names, NameWord), (kinds, KindWord) }.Where(column => column.Item1.Length > 1))
                problems.Add(CalendarRefusals.ColumnTwice(CalendarRefusals.Row(row.Number), word));
            return new CalendarColumns(dates[0], names[0], kinds[0], row.Number);
        }

        return InOrder;
    }

    private static int[] At(CalendarRow row, HashSet<string> words) => [.. Enumerable.Range(0, row.Cells.Count).Where(column => words.Contains(CellText.Fold(row[column])))];
}
