using System.Text;

namespace Proposals.Intake.Lists;

/// <summary>The tables as they travel in the form between preview and confirmation, since nothing is stored before: one line of marks and name before each, then its rows.</summary>
public static class TravelText
{
    private const char Mark = '\u25A0';

    public static string Write(IReadOnlyList<ListSheet> sheets)
    {
        var text = new StringBuilder();
        foreach (var sheet in sheets)
        {
            text.Append(Mark).Append(sheet.KnowsMerges ? '1' : '0').Append(sheet.Rows.Count).Append(' ').Append(sheet.Name).Append('\n');
            foreach (var row in sheet.Rows)
                TextRows.Write(text, row);
        }

        return text.ToString();
    }

    /// <summary>One table as it would have been pasted.</summary>
    public static string Plain(ListSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var text = new StringBuilder();
        foreach (var row in sheet.Rows)
            TextRows.Write(text, row);
        return text.ToString();
    }

    internal static ListReading Read(string text)
    {
        var sheets = new List<ListSheet>();
        using var rows = TextRows.Rows(text).GetEnumerator();
        while (rows.MoveNext())
        {
            if (rows.Current is not [{ Length: > 2 } head] || head[0] != Mark || !int.TryParse(head[2..].Split(' ')[0], out var count) || sheets.Count == ListLimits.Sheets)
                return ListReading.Refused(ListRefusals.Broken);
            var draft = new SheetDraft();
            for (var row = 0; row < count && rows.MoveNext(); row++)
            {
                for (var column = 0; column < rows.Current.Count; column++)
                    draft.Put(row, column, rows.Current[column]);
                if (draft.Refusal is { } refusal)
                    return ListReading.Refused(refusal);
            }

            var name = head.Contains(' ', StringComparison.Ordinal) ? head[(head.IndexOf(' ', StringComparison.Ordinal) + 1)..] : "";
            sheets.Add(draft.Finish(CellText.OneLine(CellText.Clean(name)), head[1] == '1'));
        }

        return sheets.Count == 0 ? ListReading.Refused(ListRefusals.Empty) : new ListReading(sheets);
    }
}
