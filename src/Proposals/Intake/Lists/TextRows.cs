using System.Text;

namespace Proposals.Intake.Lists;

/// <summary>Cells between tabs as the clipboard has them, or between commas or semicolons as files have them. A cell of several lines stands in quotes; what only begins with a quote stands as it is.</summary>
internal static class TextRows
{
    public static IEnumerable<IReadOnlyList<string>> Rows(string text, char separator = '\t')
    {
        var cells = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            (var cell, at) = Cell(text, at, separator);
            cells.Add(cell);
            var end = at < text.Length ? text[at] : '\n';
            at += end == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            if (end == separator && at < text.Length)
                continue;
            if (end == separator)
                cells.Add("");
            yield return cells;
            cells = [];
        }
    }

    /// <summary>The same table again, so that reading it gives what was written.</summary>
    public static void Write(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (var column = 0; column < cells.Count; column++)
        {
            if (column > 0)
                text.Append('\t');
            var cell = cells[column];
            if (cell.StartsWith('"') || cell.Contains('\n', StringComparison.Ordinal))
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                text.Append(cell);
        }

        text.Append('\n');
    }

    private static (string Cell, int At) Cell(string text, int at, char separator)
    {
        if (text[at] == '"' && Quoted(text, at, separator) is { } quoted)
            return quoted;
        var end = text.AsSpan(at).IndexOfAny(separator, '\n', '\r');
        end = end < 0 ? text.Length : at + end;
        return (text[at..end], end);
    }

    /// <summary>Null where the first quote is only a quote: nothing ends it at a cell's end, or a tab stands in between, which no cell of a clipboard holds.</summary>
    private static (string Cell, int At)? Quoted(string text, int start, char separator)
    {
        var cell = new StringBuilder();
        for (var at = start + 1; at < text.Length && (text[at] != '\t' || separator != '\t'); at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[++at]);
                continue;
            }

            return at + 1 == text.Length || text[at + 1] == separator || text[at + 1] is '\n' or '\r' ? (cell.ToString(), at + 1) : null;
        }

        return null;
    }
}
