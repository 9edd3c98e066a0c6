using DocumentFormat.OpenXml.Spreadsheet;

namespace Proposals.Papers;

/// <summary>The looks of the ledger's cells; their order is the number a cell names.</summary>
internal static class LedgerStyles
{
    public const uint Heading = 1;
    public const uint Text = 2;
    public const uint Count = 3;
    public const uint Date = 4;

    /// <summary>The format's own number for text: what begins with = stays text even when somebody edits the cell.</summary>
    private const uint AsText = 49;

    private const uint OwnDate = 164;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = OwnDate, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(Written(isBold: false), Written(isBold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEEF1F5" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Ruled()),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            Look(0, 0, 0, 0, HorizontalAlignmentValues.General, wraps: false),
            Look(AsText, 1, 2, 1, HorizontalAlignmentValues.Center, wraps: true),
            Look(AsText, 0, 0, 1, HorizontalAlignmentValues.Left, wraps: true),
            Look(1, 0, 0, 1, HorizontalAlignmentValues.Center, wraps: false),
            Look(OwnDate, 0, 0, 1, HorizontalAlignmentValues.Center, wraps: false)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat Look(uint number, uint font, uint fill, uint border, HorizontalAlignmentValues across, bool wraps) => new()
    {
        NumberFormatId = number,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        Alignment = new Alignment { Horizontal = across, Vertical = VerticalAlignmentValues.Center, WrapText = wraps },
    };

    private static Font Written(bool isBold)
    {
        var font = new Font { FontSize = new FontSize { Val = 11 }, FontName = new FontName { Val = "宋体" }, FontCharSet = new FontCharSet { Val = 134 } };
        if (isBold)
            font.Bold = new Bold();
        return font;
    }

    private static Border Ruled() => new(
        Line<LeftBorder>(), Line<RightBorder>(), Line<TopBorder>(), Line<BottomBorder>(), new DiagonalBorder());

    private static TBorder Line<TBorder>()
        where TBorder : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new Color { Rgb = "FFB8C0CC" } };
}
