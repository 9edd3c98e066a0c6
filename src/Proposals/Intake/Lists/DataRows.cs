namespace Proposals.Intake.Lists;

/// <summary>The rows below the headings that hold items, with what the lines between them say.</summary>
internal sealed class DataRows
{
    private static readonly string[] Footings = ["合计", "总计", "小计", "共计", "注:", "注：", "备注:", "备注：", "说明:", "说明：", "填表", "制表", "填报"];

    private static readonly ListField[] Filled = [ListField.AssignedOn, ListField.Kind, ListField.Session, ListField.DueOn];
    private static readonly ListField[] UnitFields = [ListField.Units, ListField.LeadUnits, ListField.CoUnits, ListField.SplitUnits];

    private readonly ListColumns columns;
    private readonly bool fillsDown;
    private string[]? above;

    private DataRows(ListColumns columns, bool fillsDown) => (this.columns, this.fillsDown) = (columns, fillsDown);

    public int FilledCells { get; private set; }

    public List<DataRow> Rows { get; } = [];

    public static DataRows Of(ListSheet sheet, HeadingRow heading, ListColumns columns, bool fillsDown, ListWords titles)
    {
        var read = new DataRows(columns, fillsDown);
        var words = titles;
        for (var at = heading.Last + 1; at < sheet.Rows.Count; at++)
        {
            var cells = sheet.Rows[at];
            if (read.IsBetween(cells))
            {
                read.above = null;
                words = ListWords.Of(cells.First(cell => cell.Length > 0)) is { } said && (said.Kind is not null || said.Sessions.Count > 0 || said.IsInterSession is not null) ? said.Under(titles) : words;
            }
            else if (!read.IsNothing(cells))
            {
                read.Rows.Add(new DataRow(at + 1, read.Fill([.. cells]), columns, words));
            }
        }

        return read;
    }

    /// <summary>One text alone in the row, or in all of its merged cells, and not a unit alone: that is a further unit of the item above.</summary>
    private bool IsBetween(IReadOnlyList<string> cells)
    {
        var only = "";
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].Length == 0)
                continue;
            if ((only.Length > 0 && cells[column] != only) || Array.Exists(UnitFields, field => columns.Of(field) == column && only.Length == 0))
                return false;
            only = cells[column];
        }

        return only.Length > 0 && cells.Count > 1;
    }

    private bool IsNothing(IReadOnlyList<string> cells)
    {
        var first = cells.FirstOrDefault(cell => cell.Length > 0);
        return first is null
            || (Cell(cells, ListField.Subject).Length == 0 && Array.Exists(Footings, word => first.StartsWith(word, StringComparison.Ordinal)))
            || cells.Where(cell => cell.Length > 0).All(cell => HeadingWords.Knows(cell, out _));
    }

    private string[] Fill(string[] cells)
    {
        if (fillsDown && above is not null)
        {
            if (IsFurtherUnit(cells))
            {
                for (var column = 0; column < cells.Length; column++)
                {
                    if (columns.Of(ListField.Method) != column && !Array.Exists(UnitFields, field => columns.Of(field) == column))
                        Take(cells, column);
                }
            }

            foreach (var field in Filled)
                Take(cells, columns.Of(field));
            if (Array.TrueForAll([ListField.Units, ListField.LeadUnits, ListField.SplitUnits], field => Cell(cells, field).Length == 0))
            {
                Take(cells, columns.Of(ListField.Units));
                Take(cells, columns.Of(ListField.LeadUnits));
            }
        }

        above = cells;
        return cells;
    }

    private void Take(string[] cells, int? column)
    {
        if (column is not { } at || at >= cells.Length || cells[at].Length > 0 || above is null || above[at].Length == 0)
            return;
        cells[at] = above[at];
        FilledCells++;
    }

    private bool IsFurtherUnit(string[] cells) =>
        Cell(cells, ListField.Number).Length == 0 && Cell(cells, ListField.Subject).Length == 0 && Array.Exists(UnitFields, field => Cell(cells, field).Length > 0);

    private string Cell(IReadOnlyList<string> cells, ListField field) => columns.Of(field) is { } column && column < cells.Count ? cells[column] : "";
}

/// <param name="Number">Of the row in its source.</param>
/// <param name="Cells">With blanks filled where that was wanted.</param>
/// <param name="Columns">What they mean.</param>
/// <param name="Words">What the titles and the line above say of it.</param>
internal sealed record DataRow(int Number, IReadOnlyList<string> Cells, ListColumns Columns, ListWords Words)
{
    public string this[ListField field] => Columns.Of(field) is { } column && column < Cells.Count ? Cells[column] : "";
}
