using System.Text.RegularExpressions;
using Proposals.Acts;
using Proposals.Intake.Lists;

namespace Proposals.Deadlines.Calendars;

/// <summary>A pasted table of days. Days wait until all rows are read, for the year may be said by a row below.</summary>
internal sealed partial class CalendarTable
{
    private static readonly char[] BetweenDays = ['、', '，', ',', '；', ';'];

    private static readonly HashSet<string> OffWords = ["休", "放假", "休息", "放假调休", "休假", "假"];

    /// <summary>调休 alone is left out: it says that days were swapped, not which of them this is.</summary>
    private static readonly HashSet<string> WorkedWords = ["班", "上班", "调休上班", "补班", "上班日", "调休上班日", "工作日"];

    private readonly CalendarDraft draft = new();
    private readonly List<WrittenRow> written = [];
    private bool isTitle = true;
    private bool isKnown;
    private int? titled;

    public static CalendarDraft Read(string text, int? year)
    {
        var table = new CalendarTable();
        if (!table.ReadRows(CalendarRow.All(text)))
        {
            table.draft.Problems.Clear();
            table.draft.Problems.Add(CalendarRefusals.Empty);
        }

        table.SettleYear(year);
        foreach (var row in table.written.TakeWhile(_ => !table.draft.IsFull))
            table.Expand(row);
        return table.draft;
    }

    /// <returns>False where nothing looks like a row of a list: a notice in prose would else be complained of line by line.</returns>
    private bool ReadRows(IReadOnlyList<CalendarRow> rows)
    {
        var columns = CalendarColumns.Find(rows, draft.Problems);
        foreach (var row in rows.Where(row => row.Number != columns.Heading).TakeWhile(_ => !draft.IsFull))
        {
            isTitle = isTitle && IsTitle(row);
            if (!isTitle)
                ReadRow(row, columns);
        }

        return isKnown || columns.Heading > 0;
    }

    private bool IsTitle(CalendarRow row)
    {
        if (row.Filled > 1 || Title().Match(CellText.Fold(string.Concat(row.Cells))) is not { Success: true } title)
            return false;
        titled ??= title.Groups["year"] is { Success: true } year ? int.Parse(year.Value) : null;
        return true;
    }

    private void ReadRow(CalendarRow row, CalendarColumns columns)
    {
        var place = CalendarRefusals.Row(row.Number);
        var spans = ReadDays(place, row[columns.Date]);
        var name = draft.Name(place, row[columns.Name]);
        var isOff = ReadKind(place, row[columns.Kind]);
        for (var column = 0; column < row.Cells.Count && !draft.IsFull; column++)
        {
            if (column != columns.Date && column != columns.Kind && HoldsDay(row[column]))
                draft.Problems.Add(CalendarRefusals.DayElsewhere(place, DayText.Shorten(row[column])));
        }

        isKnown |= isOff is not null || spans.Count > 0;
        if (isOff is { } off)
            written.AddRange(spans.Select(span => new WrittenRow(place, span.Text, span.Span, name, off)));
    }

    private List<(string Text, WrittenSpan Span)> ReadDays(Refusal place, string cell)
    {
        var spans = new List<(string, WrittenSpan)>();
        foreach (var text in cell.Split(BetweenDays, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeWhile(_ => !draft.IsFull))
        {
            if (WrittenSpan.Read(text) is { } span)
                spans.Add((DayText.Shorten(text), span));
            else
                draft.Problems.Add(CalendarRefusals.BadDate(place, DayText.Shorten(text)));
        }

        if (cell.Trim(BetweenDays).Length == 0)
            draft.Problems.Add(CalendarRefusals.CellMissing(place, CalendarColumns.DateWord));
        return spans;
    }

    private bool? ReadKind(Refusal place, string cell)
    {
        var word = CellText.Fold(cell);
        if (OffWords.Contains(word))
            return true;
        if (WorkedWords.Contains(word))
            return false;
        draft.Problems.Add(word.Length == 0 ? CalendarRefusals.CellMissing(place, CalendarColumns.KindWord) : CalendarRefusals.BadKind(place, DayText.Shorten(cell)));
        return null;
    }

    private void SettleYear(int? asked)
    {
        var complaints = draft.Problems.Count;
        if ((asked ?? YearOfDays()) is { } year)
            draft.Settle(titled, year);
        else if (written.Count > 0 && draft.Problems.Count == complaints)
            draft.Problems.Add(CalendarRefusals.NoYear);
    }

    /// <summary>The year to which all days belong that say theirs.</summary>
    private int? YearOfDays()
    {
        (Refusal Place, DateOnly Date)[] said = [.. written.Select(row => (row.Place, Days: row.Span.In(null))).Where(row => row.Days is not null).Select(row => (row.Place, row.Days.GetValueOrDefault().Last))];
        if (said.Length == 0)
            return null;
        var latest = said.MaxBy(day => day.Date);
        var stranger = Array.Find(said, day => !CalendarChecks.Belongs(day.Date, latest.Date.Year));
        if (stranger == default)
            return latest.Date.Year;
        draft.Problems.Add(CalendarRefusals.YearsDiffer(stranger.Place, stranger.Date, latest.Place, latest.Date));
        return null;
    }

    private void Expand(WrittenRow row)
    {
        if (draft.Year is { } year && row.Span.IsUnclear)
            draft.Problems.Add(CalendarRefusals.WhichDecember(row.Place, row.Text, year));
        else if (row.Span.In(draft.Year) is not var (first, last))
            draft.Problems.AddRange(draft.Year is null ? [] : [CalendarRefusals.BadDate(row.Place, row.Text)]);
        else if (last < first || last.DayNumber - first.DayNumber >= WrittenSpan.LongestDays)
            draft.Problems.Add(CalendarRefusals.BadSpan(row.Place, row.Text));
        else
            draft.Add(row.Place, first, last, row.Name, row.IsOff);
    }

    private static bool HoldsDay(string cell) => SomeDay().IsMatch(CellText.Fold(cell)) || WrittenSpan.Read(cell) is not null;

    /// <summary>关于2027年部分节假日安排的通知: no digit beside a year, no month.</summary>
    [GeneratedRegex("^[^0-9月]*((?<year>20[0-9]{2})年[^0-9月]*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex("[0-9][月日号]|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]|[一二三四五六七八九十]月[一二三四五六七八九十]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SomeDay();

    private sealed record WrittenRow(Refusal Place, string Text, WrittenSpan Span, string Name, bool IsOff);
}
