using Proposals.Intake.Lists;

namespace Proposals.Intake.TakeOver;

/// <summary>Which column (from 0) of a ledger means what. What a ledger shares with an assignment list is told as there.</summary>
internal sealed record LedgerColumns(HeadingRow Heading, ListColumns Items, IReadOnlyDictionary<LedgerField, IReadOnlyList<int>> Places)
{
    /// <summary>Rows looked at to tell what a column of two meanings holds.</summary>
    private const int Sampled = 200;

    private static readonly string[] Ordinals = ["序号", "序", "顺序", "NO", "NO."];

    public IReadOnlyList<int> Of(LedgerField field) => Places.TryGetValue(field, out var columns) ? columns : [];

    /// <summary>As the ledger itself heads the column; null where it has none.</summary>
    public string? NameOf(LedgerField? field) => field is { } known && Of(known) is [var column, ..] ? NameOf(column) : null;

    public string? NameOf(ListField field) => Items.Of(field) is { } column ? NameOf(column) : null;

    public string NameOf(int column) => Heading.Words[column] is { Length: > 0 } word ? word : ListColumns.Letter(column);

    public static LedgerColumns Guess(ListSheet sheet, HeadingRow heading)
    {
        var places = new Dictionary<LedgerField, List<int>>();
        var claimed = new HashSet<int>();
        for (var column = 0; column < heading.Words.Count; column++)
        {
            foreach (var field in LedgerHeadings.Read(heading.Words[column], [.. Cells(sheet, heading, column)]))
            {
                if (Claim(places, field, column))
                    claimed.Add(column);
            }
        }

        var others = heading with { Words = [.. heading.Words.Select((word, column) => claimed.Contains(column) ? "" : word)] };
        return Of(heading, ListColumns.Guess(sheet, others), places);
    }

    /// <summary>As somebody chose them. Of two columns with the same meaning the first has it; consultations may take several.</summary>
    public static LedgerColumns Chosen(HeadingRow heading, IReadOnlyList<string?> words)
    {
        var (items, places) = (new Dictionary<ListField, int>(), new Dictionary<LedgerField, List<int>>());
        for (var column = 0; column < Math.Min(words.Count, heading.Words.Count); column++)
        {
            var (item, own) = LedgerMeanings.Read(words[column]);
            if (item is { } field)
                items.TryAdd(field, column);
            foreach (var happened in own)
                Claim(places, happened, column);
        }

        return Of(heading, new ListColumns(items), places);
    }

    /// <summary>For the form that shows and changes them.</summary>
    public IReadOnlyList<LedgerColumn> Describe(ListSheet sheet) =>
        [.. Enumerable.Range(0, Heading.Words.Count).Select(column => new LedgerColumn(NameOf(column), Meaning(column), Cells(sheet, Heading, column).FirstOrDefault() ?? "", IsIgnored(column)))];

    private static LedgerColumns Of(HeadingRow heading, ListColumns items, Dictionary<LedgerField, List<int>> places) =>
        new(heading, items, places.ToDictionary(place => place.Key, place => (IReadOnlyList<int>)place.Value));

    private static bool Claim(Dictionary<LedgerField, List<int>> places, LedgerField field, int column)
    {
        var columns = places.TryGetValue(field, out var known) ? known : places[field] = [];
        if (columns.Count > 0 && field != LedgerField.Meetings)
            return false;
        columns.Add(column);
        return true;
    }

    private string Meaning(int column) => Items.Places.Where(place => place.Value == column).Select(place => place.Key.ToString()).FirstOrDefault()
        ?? LedgerMeanings.Word(Enum.GetValues<LedgerField>().Where(field => Of(field).Contains(column)));

    private bool IsIgnored(int column) => Heading.Words[column].Length > 0 && Meaning(column).Length == 0 && !Ordinals.Contains(CellText.Fold(Heading.Words[column]).ToUpperInvariant());

    private static IEnumerable<string> Cells(ListSheet sheet, HeadingRow heading, int column) =>
        sheet.Rows.Skip(heading.Last + 1).Select(row => row[column]).Where(cell => cell.Length > 0).Take(Sampled);
}
