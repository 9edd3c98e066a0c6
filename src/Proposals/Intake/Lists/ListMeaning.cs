using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>Reads a table as an assignment list: whose rows they are, and what each of ours would be in the ledger. The same for a file, a pasted text and the command line.</summary>
public static class ListMeaning
{
    public static AssignmentList Of(ListSheet sheet, ListContext context)
    {
        var heading = HeadingRow.Find(sheet) ?? HeadingRow.None(sheet);
        var columns = context.Columns ?? ListColumns.Guess(sheet, heading);
        var titles = ListWords.Titles(sheet, heading);
        var data = DataRows.Of(sheet, heading, columns, context.FillsDown, titles with { AssignedOn = context.AssignedOn ?? titles.AssignedOn });
        var namesNoUnits = !columns.Has(ListField.Units) && !columns.Has(ListField.LeadUnits) && !columns.Has(ListField.CoUnits) && !columns.Has(ListField.SplitUnits);
        var items = Items(data.Rows, columns, context.Bureau);
        var reader = new ItemReader(heading, columns, context, OnlyYear(data.Rows));
        var ours = new List<ListRow>();
        var firsts = new Dictionary<string, int>();
        foreach (var item in items.Where(item => namesNoUnits || item.NamesUs))
        {
            var (row, identity) = reader.Read(item);
            if (identity is not null && !firsts.TryAdd(identity, row.Number))
                row = row with { Act = null, Problems = [.. row.Problems, reader.Problem(ListField.Number, new Refusal("list.number-twice", row.CaseNumber, firsts[identity]))] };
            ours.Add(row);
        }

        var others = items.Where(item => !namesNoUnits && !item.NamesUs).ToArray();
        return new AssignmentList(heading, columns, ours, data.Rows.Count)
        {
            Others = others.Sum(item => item.Rows),
            OtherUnits = [.. others.SelectMany(item => item.Units.Select(unit => unit.Name).Distinct()).CountBy(name => name).OrderByDescending(unit => unit.Value).ThenBy(unit => unit.Key, StringComparer.Ordinal)],
            NamesNoUnits = namesNoUnits,
            FilledCells = data.FilledCells,
            MixedHeading = context.Columns is null ? heading.Words.FirstOrDefault(HeadingWords.IsMixed) : null,
            Title = titles.Title,
        };
    }

    /// <summary>Rows that follow each other with the same number and subject are one item with several units, unless each of them names us.</summary>
    private static List<ListItem> Items(List<DataRow> rows, ListColumns columns, BureauNames bureau)
    {
        var items = new List<ListItem>();
        foreach (var row in rows)
        {
            var units = RoleText.Units(field => row[field], columns);
            var item = new ListItem(row, units, units.Any(unit => bureau.Means(unit.Name)), 1);
            if (items.LastOrDefault() is { } last && row[ListField.Number].Length > 0 && row[ListField.Number] == last.Row[ListField.Number] && row[ListField.Subject] == last.Row[ListField.Subject]
                && units.Count > 0 && !(item.NamesUs && last.NamesUs))
                items[^1] = new ListItem(item.NamesUs ? row : last.Row, [.. last.Units, .. units], item.NamesUs || last.NamesUs, last.Rows + 1);
            else
                items.Add(item);
        }

        return items;
    }

    /// <summary>The year of all whole dates of the list, for the others.</summary>
    private static int? OnlyYear(List<DataRow> rows)
    {
        int[] years = [.. rows.Select(row => DayText.Read(row[ListField.AssignedOn], null).Day?.Year).OfType<int>().Distinct().Take(2)];
        return years.Length == 1 ? years[0] : null;
    }
}

/// <param name="Row">The row that names us, or the first.</param>
/// <param name="Units">Of all its rows.</param>
/// <param name="NamesUs">Our bureau is among them.</param>
/// <param name="Rows">How many rows it takes.</param>
internal sealed record ListItem(DataRow Row, IReadOnlyList<NamedUnit> Units, bool NamesUs, int Rows);
