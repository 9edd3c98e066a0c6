namespace Proposals.Intake.Lists;

/// <summary>Which column (from 0) means what. Guessed from the headings, corrected by the clerk, remembered by the headings' words.</summary>
public sealed record ListColumns(IReadOnlyDictionary<ListField, int> Places)
{
    private const int Sampled = 200;

    public static ListColumns Nothing { get; } = new(new Dictionary<ListField, int>());

    public int? Of(ListField field) => Places.TryGetValue(field, out var column) ? column : null;

    public bool Has(ListField field) => Places.ContainsKey(field);

    /// <summary>The first column with a field's word has it. 类别 and 性质 head many things, so their cells must speak of kinds too.</summary>
    public static ListColumns Guess(ListSheet sheet, HeadingRow heading)
    {
        var places = new Dictionary<ListField, int>();
        for (var column = 0; column < heading.Words.Count; column++)
        {
            if (HeadingWords.Knows(heading.Words[column], out var field) && field is { } named && (named != ListField.Kind || SpeaksOfKinds(sheet, heading, column)))
                places.TryAdd(named, column);
        }

        return new ListColumns(places);
    }

    /// <summary>What was chosen for this sender before, found again by its heading wherever the column stands now; the rest is guessed.</summary>
    /// <param name="remembered">Field by heading word; an empty field says that the column means nothing.</param>
    public static ListColumns Remembered(ListSheet sheet, HeadingRow heading, IReadOnlyDictionary<string, ListField?> remembered)
    {
        var places = new Dictionary<ListField, int>();
        var guess = Guess(sheet, heading);
        for (var column = 0; column < heading.Words.Count; column++)
        {
            if (remembered.TryGetValue(Key(heading, column), out var field) && field is { } known)
                places.TryAdd(known, column);
        }

        foreach (var (field, column) in guess.Places)
        {
            if (!remembered.ContainsKey(Key(heading, column)) && !places.ContainsKey(field))
                places.Add(field, column);
        }

        return new ListColumns(places);
    }

    /// <summary>By what a column is remembered: its heading, or its place where the list has none.</summary>
    public static string Key(HeadingRow heading, int column) => heading.Words[column].Length > 0 ? CellText.Fold(heading.Words[column]) : Letter(column);

    /// <summary>A, B, … as a spreadsheet names its columns.</summary>
    public static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";

    private static bool SpeaksOfKinds(ListSheet sheet, HeadingRow heading, int column)
    {
        string[] cells = [.. sheet.Rows.Skip(heading.Last + 1).Select(row => row[column]).Where(cell => cell.Length > 0).Take(Sampled)];
        return cells.Length > 0 && cells.Count(cell => KindText.Of(cell) is not null) * 2 >= cells.Length;
    }
}
