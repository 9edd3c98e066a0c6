namespace Proposals.Intake.Lists;

/// <summary>Where the columns are named: below the title rows, in one row or in two (承办单位 above 主办 and 会办).</summary>
/// <param name="First">Index of the row; titles stand above it.</param>
/// <param name="Last">The same, or the next where headings take two rows.</param>
/// <param name="Words">The heading of each column as it stands there.</param>
public sealed record HeadingRow(int First, int Last, IReadOnlyList<string> Words)
{
    private const int Searched = 40;
    private const int Fewest = 3;

    /// <summary>A table without headings: every row is data.</summary>
    public static HeadingRow None(ListSheet sheet) => new(-1, -1, [.. Enumerable.Repeat("", sheet.Width)]);

    public static HeadingRow? Find(ListSheet sheet)
    {
        var (best, most) = (-1, 0);
        for (var row = 0; row < Math.Min(Searched, sheet.Rows.Count); row++)
        {
            var score = Score(sheet.Rows[row]);
            if (score > most)
                (best, most) = (row, score);
        }

        if (best < 0 || most < Fewest)
            return null;
        IReadOnlyList<string> words = sheet.Rows[best];
        var last = best;
        if (best > 0 && IsOnlyHeadings(sheet.Rows[best - 1]) && Score(sheet.Rows[best - 1]) > 0)
        {
            // The lower row won because the upper one spans columns; what only the upper one names is kept.
            best--;
            words = Below(sheet.Rows[best], words);
        }
        else if (best + 1 < sheet.Rows.Count && IsOnlyHeadings(sheet.Rows[best + 1]))
        {
            last = best + 1;
            words = Below(words, sheet.Rows[last]);
        }

        return new HeadingRow(best, last, [.. words.Select(CellText.OneLine)]);
    }

    /// <summary>For a row that is met before its table is known.</summary>
    internal static bool Looks(IReadOnlyList<string> row) => row.Count >= Fewest && Score(row) >= Fewest;

    /// <summary>How many different meanings the row's cells name; a subject or a number must be among them.</summary>
    private static int Score(IReadOnlyList<string> row)
    {
        var fields = new HashSet<ListField>();
        foreach (var cell in row)
        {
            if (HeadingWords.Knows(CellText.Clean(cell), out var field) && field is { } named)
                fields.Add(named);
        }

        return fields.Contains(ListField.Subject) || fields.Contains(ListField.Number) ? fields.Count : 0;
    }

    private static bool IsOnlyHeadings(IReadOnlyList<string> row)
    {
        string[] filled = [.. row.Where(cell => cell.Length > 0)];
        return filled.Length > 0 && Array.TrueForAll(filled, cell => HeadingWords.Knows(cell, out _));
    }

    private static string[] Below(IReadOnlyList<string> upper, IReadOnlyList<string> lower) => [.. upper.Select((word, column) => lower[column].Length > 0 ? lower[column] : word)];
}
