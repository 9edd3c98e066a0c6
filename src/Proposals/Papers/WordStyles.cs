using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>The styles a paper is written in; whoever opens it in Word or WPS finds them by their Chinese names.</summary>
internal static class WordStyles
{
    public const string Normal = "Normal";
    public const string Text = "PaperText";
    public const string Title = "PaperTitle";
    public const string FirstHeading = "PaperHeading1";
    public const string SecondHeading = "PaperHeading2";
    public const string PageNumber = "PaperPageNumber";
    public const string Mark = "PaperMark";
    public const string Small = "PaperSmall";
    public const string Cell = "PaperCell";

    /// <summary>A heading that runs on into its paragraph.</summary>
    public const string FirstHeadingRun = "PaperHeading1Run";
    public const string SecondHeadingRun = "PaperHeading2Run";

    /// <summary>For signs that some readers would take for Latin ones.</summary>
    public const string TickRun = "PaperTickRun";

    public const string TableGrid = "PaperTable";

    public static Styles All() => new(
        Defaults(),
        Paragraph(Normal, "正文", null, BodySpacing(), null, isDefault: true),
        Paragraph(Text, "公文正文", Normal, new StyleParagraphProperties { Indentation = TwoCharacters() }, null),
        Paragraph(Title, "公文标题", Normal,
            new StyleParagraphProperties { KeepNext = new KeepNext(), KeepLines = new KeepLines(), SpacingBetweenLines = Exactly(700), Justification = Centered() },
            Look(PaperFonts.Title, PaperMeasures.TitleSize, spacing: 0)),
        Paragraph(FirstHeading, "公文一级标题", Text, new StyleParagraphProperties { KeepNext = new KeepNext(), OutlineLevel = new OutlineLevel { Val = 0 } }, Look(PaperFonts.FirstHeading, PaperMeasures.BodySize)),
        Paragraph(SecondHeading, "公文二级标题", Text, new StyleParagraphProperties { KeepNext = new KeepNext(), OutlineLevel = new OutlineLevel { Val = 1 } }, Look(PaperFonts.SecondHeading, PaperMeasures.BodySize)),
        Paragraph(PageNumber, "公文页码", Normal, new StyleParagraphProperties { SpacingBetweenLines = Single() }, Look(PaperFonts.PageNumber, PaperMeasures.SmallSize, spacing: 0)),
        Paragraph(Mark, "公文标记", Normal, new StyleParagraphProperties { SpacingBetweenLines = Single() }, Look(PaperFonts.FirstHeading, PaperMeasures.BodySize)),
        Paragraph(Small, "公文版记", Normal, new StyleParagraphProperties { SpacingBetweenLines = Exactly(480) }, Look(PaperFonts.Body, PaperMeasures.SmallSize, spacing: 0)),
        Paragraph(Cell, "表格文字", Normal, new StyleParagraphProperties { SpacingBetweenLines = Exactly(400), Justification = new Justification { Val = JustificationValues.Left } }, Look(PaperFonts.Body, PaperMeasures.CellSize, spacing: 0)),
        Run(FirstHeadingRun, "一级标题字", PaperFonts.FirstHeading),
        Run(SecondHeadingRun, "二级标题字", PaperFonts.SecondHeading),
        Ticks(),
        Grid());

    public static SpacingBetweenLines Exactly(int twips) =>
        new() { Before = "0", After = "0", Line = twips.ToString(), LineRule = LineSpacingRuleValues.Exact };

    private static SpacingBetweenLines Single() => new() { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto };

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = PaperFonts.Of(PaperFonts.Body),
            FontSize = new FontSize { Val = PaperMeasures.BodySize.ToString() },
            FontSizeComplexScript = new FontSizeComplexScript { Val = PaperMeasures.BodySize.ToString() },
            Languages = new Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" },
        }),
        new ParagraphPropertiesDefault());

    private static StyleParagraphProperties BodySpacing() => new()
    {
        WidowControl = new WidowControl(),
        // Figures stand close to the characters around them, so that 28 of them fit a line.
        AutoSpaceDE = new AutoSpaceDE { Val = false },
        AutoSpaceDN = new AutoSpaceDN { Val = false },
        SpacingBetweenLines = Exactly(PaperMeasures.LinePitch),
        Justification = new Justification { Val = JustificationValues.Both },
    };

    private static Indentation TwoCharacters() => new() { FirstLine = PaperMeasures.Characters(2).ToString(), FirstLineChars = 200 };

    private static Justification Centered() => new() { Val = JustificationValues.Center };

    private static StyleRunProperties Look(string font, int size, int spacing = PaperMeasures.CharacterSpacing) => new()
    {
        RunFonts = PaperFonts.Of(font),
        Spacing = new Spacing { Val = spacing },
        FontSize = new FontSize { Val = size.ToString() },
        FontSizeComplexScript = new FontSizeComplexScript { Val = size.ToString() },
    };

    private static Style Paragraph(string id, string name, string? basedOn, StyleParagraphProperties paragraph, StyleRunProperties? look, bool isDefault = false)
    {
        var style = new Style
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            StyleName = new StyleName { Val = isDefault ? "Normal" : name },
            PrimaryStyle = new PrimaryStyle(),
            StyleParagraphProperties = paragraph,
            StyleRunProperties = look ?? (isDefault ? new StyleRunProperties { Spacing = new Spacing { Val = PaperMeasures.CharacterSpacing } } : null),
        };
        if (isDefault)
            style.Default = true;
        else
            style.CustomStyle = true;
        if (basedOn is not null)
            style.BasedOn = new BasedOn { Val = basedOn };
        return style;
    }

    private static Style Run(string id, string name, string font) => new()
    {
        Type = StyleValues.Character,
        StyleId = id,
        CustomStyle = true,
        StyleName = new StyleName { Val = name },
        StyleRunProperties = new StyleRunProperties { RunFonts = PaperFonts.Of(font) },
    };

    private static Style Ticks() => new()
    {
        Type = StyleValues.Character,
        StyleId = TickRun,
        CustomStyle = true,
        StyleName = new StyleName { Val = "选择框" },
        StyleRunProperties = new StyleRunProperties
        {
            RunFonts = new RunFonts { Ascii = PaperFonts.PageNumber, HighAnsi = PaperFonts.PageNumber, EastAsia = PaperFonts.PageNumber, Hint = FontTypeHintValues.EastAsia },
        },
    };

    private static Style Grid() => new()
    {
        Type = StyleValues.Table,
        StyleId = TableGrid,
        CustomStyle = true,
        StyleName = new StyleName { Val = "公文表格" },
        StyleTableProperties = new StyleTableProperties
        {
            TableBorders = new TableBorders
            {
                TopBorder = Line<TopBorder>(),
                LeftBorder = Line<LeftBorder>(),
                BottomBorder = Line<BottomBorder>(),
                RightBorder = Line<RightBorder>(),
                InsideHorizontalBorder = Line<InsideHorizontalBorder>(),
                InsideVerticalBorder = Line<InsideVerticalBorder>(),
            },
            TableCellMarginDefault = new TableCellMarginDefault
            {
                TableCellLeftMargin = new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                TableCellRightMargin = new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa },
            },
        },
    };

    private static TBorder Line<TBorder>()
        where TBorder : BorderType, new() => new() { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" };
}
