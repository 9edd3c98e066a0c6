using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>A Word file in the making: one or more copies of a paper, each with its own page numbers.</summary>
internal sealed class WordPaper
{
    private readonly List<IReadOnlyList<OpenXmlElement>> copies = [];

    public required string Title { get; init; }

    /// <summary>What stands above the text of each copy's first page, at its right.</summary>
    public string Mark { get; init; } = "";

    /// <summary>What stands there at the left.</summary>
    public string Stage { get; init; } = "";

    /// <summary>A letter has red lines on its first page and numbers on the later ones; a form of one page has neither.</summary>
    public bool IsLetter { get; init; } = true;

    public PageFrame Frame { get; init; } = PageFrame.Official;

    /// <summary>A copy ends with a paragraph, because that one carries the section.</summary>
    public void AddCopy(IEnumerable<OpenXmlElement> content) => copies.Add([.. content]);

    public byte[] Write()
    {
        using var memory = new MemoryStream();
        using (var file = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = PaperText.Line(Title);
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All();
            main.AddNewPart<FontTablePart>().Fonts = PaperFonts.Table();
            main.AddNewPart<DocumentSettingsPart>().Settings = Settings();
            var edges = new PageEdges(main, this);
            var body = new Body();
            foreach (var copy in copies)
            {
                body.Append(copy);
                var section = Frame.Section(edges.References());
                if (ReferenceEquals(copy, copies[^1]))
                    body.Append(section);
                else
                    ((Paragraph)copy[^1]).With(properties => properties.SectionProperties = section);
            }

            main.Document = new Document(body);
        }

        return memory.ToArray();
    }

    private static Settings Settings() => new(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });
}

/// <summary>Paper and margins, in millimetres.</summary>
internal sealed record PageFrame(double Top, double Right, double Bottom, double Left)
{
    /// <summary>GB/T 9704.</summary>
    public static PageFrame Official { get; } = new(PaperMeasures.TopMm, PaperMeasures.RightMm, PaperMeasures.BottomMm, PaperMeasures.LeftMm);

    /// <summary>A table that shall stand on one page.</summary>
    public static PageFrame Form { get; } = new(24, 24, 18, 24);

    /// <summary>Each copy begins on a sheet of its own, also where a printer uses both sides.</summary>
    public SectionProperties Section(IEnumerable<HeaderFooterReferenceType> edges)
    {
        var section = new SectionProperties();
        section.Append(edges);
        section.Append(
            new SectionType { Val = SectionMarkValues.OddPage },
            new PageSize { Width = PaperMeasures.PageWidth, Height = PaperMeasures.PageHeight },
            new PageMargin
            {
                Top = PaperMeasures.Twips(Top),
                Right = (uint)PaperMeasures.Twips(Right),
                Bottom = PaperMeasures.Twips(Bottom),
                Left = (uint)PaperMeasures.Twips(Left),
                Header = (uint)PaperMeasures.Twips(Math.Min(Top - 12, 24)),
                Footer = (uint)PaperMeasures.Twips(Math.Min(Bottom - 10, 19)),
                Gutter = 0,
            },
            new PageNumberType { Start = 1 },
            new TitlePage(),
            new DocGrid { LinePitch = PaperMeasures.LinePitch });
        return section;
    }
}
