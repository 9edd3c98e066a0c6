using System.Text.RegularExpressions;
using Proposals.Intake.Lists;

namespace Proposals.Deadlines.Calendars;

/// <summary>A row of a pasted table: cells between tabs, commas or spaces.</summary>
internal sealed partial record CalendarRow(int Number, IReadOnlyList<string> Cells)
{
    private const int Fewest = 3;

    public int Filled => Cells.Count(cell => cell.Length > 0);

    /// <summary>Blank rows are left out; the others keep the number that they have in the text.</summary>
    public static IReadOnlyList<CalendarRow> All(string text)
    {
        var separator = Array.Find(['\t', ',', '，'], letter => text.Contains(letter, StringComparison.Ordinal));
        var rows = separator != default ? TextRows.Rows(text, separator) : text.ReplaceLineEndings("\n").Split('\n').Select(Spaced);
        return [.. rows.Select((cells, at) => new CalendarRow(at + 1, [.. cells.Select(CellText.Clean)])).Where(row => row.Filled > 0)];
    }

    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    /// <summary>Wide gaps part cells where there are enough of them, so that a single space may stand inside one.</summary>
    private static string[] Spaced(string line)
    {
        var joined = AroundDash().Replace(line.Trim(), "${dash}");
        var wide = WideGap().Split(joined);
        return wide.Length >= Fewest ? wide : joined.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"(?<=[0-9日号)）])\s*(?<dash>[至到~～〜\-－\u2010-\u2015]+)\s*(?=[0-9一二三四五六七八九十])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AroundDash();

    [GeneratedRegex(@"\s{2,}|\u3000", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WideGap();
}
