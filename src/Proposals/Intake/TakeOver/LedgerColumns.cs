using Proposals.Intake.Lists;

namespace Proposals.Intake.TakeOver;

/// <summary>Which column (from 0) of a ledger means what. What a ledger shares with an assignment list is told as there.</summary>
internal sealed record LedgerColumns(HeadingRow Heading, ListColumns Items, IReadOnlyDictionary<LedgerField, IReadOnlyList<int>> Places, IReadOnlyList<string> Ignored)
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
            foreach (var field in LedgerHeadings.Read(heading.Words[column], Cells(sheet, heading, column)))
            {
                var columns = places.TryGetValue(field, out var known) ? known : places[field] = [];
                if (columns.Count > 0 && field != LedgerField.Meetings)
                    continue;
                columns.Add(column);
                claimed.Add(column);
            }
        }

        var items = ListColumns.Guess(sheet, heading).Places.Where(place => !claimed.Contains(place.Value)).ToDictionary(place => place.Key, place => place.Value);
        string[] ignored = [.. heading.Words.Where((word, column) => word.Length > 0 && !claimed.Contains(column) && !items.ContainsValue(column) && !Ordinals.Contains(CellText.Fold(word).ToUpperInvariant()))];
        return new LedgerColumns(heading, new ListColumns(items), places.ToDictionary(place => place.Key, place => (IReadOnlyList<int>)place.Value), ignored);
    }

    private static string[] Cells(ListSheet sheet, HeadingRow heading, int column) =>
        [.. sheet.Rows.Skip(heading.Last + 1).Select(row => row[column]).Where(cell => cell.Length > 0).Take(Sampled)];
}
