using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>What stands outside the text: the class mark above the first page, — 2 — below the later ones, outwards on both sides of a sheet.</summary>
internal sealed class PageEdges
{
    private readonly List<(string Part, HeaderFooterValues Pages, bool IsHeader)> parts = [];

    public PageEdges(MainDocumentPart main, WordPaper paper)
    {
        Header(main, HeaderFooterValues.First, Marks(paper));
        Footer(main, HeaderFooterValues.First, FirstFoot(paper));
        Footer(main, HeaderFooterValues.Default, Number(paper, JustificationValues.Right));
        Footer(main, HeaderFooterValues.Even, Number(paper, JustificationValues.Left));
    }

    public IEnumerable<HeaderFooterReferenceType> References() => parts.Select(part => part.IsHeader
        ? (HeaderFooterReferenceType)new HeaderReference { Id = part.Part, Type = part.Pages }
        : new FooterReference { Id = part.Part, Type = part.Pages });

    /// <summary>Only what there is to say is said: a paper without class has no mark.</summary>
    private static Paragraph Marks(WordPaper paper) =>
        WordText.Paragraph(WordStyles.Mark, [WordText.Run(paper.Stage), new Run(new TabChar()), WordText.Run(paper.Mark)])
            .With(properties => properties.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = PaperMeasures.Twips(PaperMeasures.TextWidthMm) }));

    private static Paragraph Number(WordPaper paper, JustificationValues side) => paper.IsLetter
        ? WordText.Paragraph(WordStyles.PageNumber, [WordText.Run("— "), .. PageField(), WordText.Run(" —")]).Aligned(side)
            .With(properties =>
            {
                properties.Indentation = new Indentation { Left = "280", Right = "280" };
                properties.SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = PaperMeasures.Twips(6).ToString(), Line = "240", LineRule = LineSpacingRuleValues.Auto };
            })
        : WordText.Paragraph(WordStyles.PageNumber, []);

    /// <summary>A letter's first page ends with the line it began with, turned over.</summary>
    private static Paragraph FirstFoot(WordPaper paper) => paper.IsLetter
        ? RedLine.Paragraph(properties => properties.TopBorder = RedLine.Border<TopBorder>(BorderValues.ThinThickSmallGap))
        : WordText.Paragraph(WordStyles.PageNumber, []);

    private static IEnumerable<Run> PageField() =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
        new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        WordText.Run("1"),
        new(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    private void Header(MainDocumentPart main, HeaderFooterValues pages, Paragraph content)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new Header(content);
        parts.Add((main.GetIdOfPart(part), pages, true));
    }

    private void Footer(MainDocumentPart main, HeaderFooterValues pages, Paragraph content)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(content);
        parts.Add((main.GetIdOfPart(part), pages, false));
    }
}
