using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>A ruled table over the whole width of the text, its columns given in millimetres.</summary>
internal sealed class WordTable
{
    private readonly int[] columns;
    private readonly Table table;

    public WordTable(params int[] millimetres)
    {
        columns = [.. millimetres.Select(width => PaperMeasures.Twips(width))];
        table = new Table(
            new TableProperties
            {
                TableStyle = new TableStyle { Val = WordStyles.TableGrid },
                TableWidth = new TableWidth { Width = columns.Sum().ToString(), Type = TableWidthUnitValues.Dxa },
                TableJustification = new TableJustification { Val = TableRowAlignmentValues.Center },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            },
            new TableGrid(columns.Select(width => new GridColumn { Width = width.ToString() })));
    }

    /// <summary>At least so high; a longer text makes the row grow, and a row never breaks over two pages.</summary>
    public WordTable Row(double millimetres, params IEnumerable<FormCell> cells)
    {
        var row = new TableRow(new TableRowProperties(
            new CantSplit(),
            new TableRowHeight { Val = (uint)PaperMeasures.Twips(millimetres), HeightType = HeightRuleValues.AtLeast }));
        var column = 0;
        foreach (var cell in cells)
        {
            row.Append(cell.Build(columns.Skip(column).Take(cell.Span).Sum()));
            column += cell.Span;
        }

        table.Append(row);
        return this;
    }

    public Table Build() => table;
}

/// <summary>One cell over <paramref name="Span"/> columns.</summary>
internal sealed record FormCell(IReadOnlyList<Paragraph> Content, int Span = 1)
{
    public bool StandsAtTop { get; init; }

    public static FormCell Label(string text) =>
        new([WordText.Paragraph(WordStyles.Cell, [WordText.Run(text, WordStyles.FirstHeadingRun)]).Aligned(JustificationValues.Center)]);

    public static FormCell Of(string? text, int span = 1) => Of([text ?? ""], span);

    public static FormCell Of(IEnumerable<string> lines, int span = 1) => new([.. lines.Select(line => WordText.Paragraph(WordStyles.Cell, line))], span);

    public TableCell Build(int width)
    {
        var properties = new TableCellProperties { TableCellWidth = new TableCellWidth { Width = width.ToString(), Type = TableWidthUnitValues.Dxa } };
        if (Span > 1)
            properties.GridSpan = new GridSpan { Val = Span };
        properties.TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = StandsAtTop ? TableVerticalAlignmentValues.Top : TableVerticalAlignmentValues.Center };
        var cell = new TableCell(properties);
        // The format asks for a paragraph in every cell, an empty one too.
        cell.Append(Content.Count > 0 ? Content : [WordText.Paragraph(WordStyles.Cell, "")]);
        return cell;
    }
}
