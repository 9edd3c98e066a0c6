using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>One letter as it is laid out: head, number, title, text, and below it who signs, who knows more and who else gets it.</summary>
internal sealed record LetterLayout(PaperIssuer Issuer)
{
    /// <summary>小初 and below: the largest that keeps the bureau's name on one line.</summary>
    private const int LargestHead = 36;

    public string? Number { get; init; }

    public required IReadOnlyList<string> Title { get; init; }

    public required string Salutation { get; init; }

    public required IReadOnlyList<string> Text { get; init; }

    public IReadOnlyList<string> Enclosures { get; init; } = [];

    /// <summary>Null leaves the date open.</summary>
    public DateOnly? SignedOn { get; init; }

    public string ContactPerson { get; init; } = "";

    public string ContactPhone { get; init; } = "";

    public IReadOnlyList<string> Copies { get; init; } = [];

    public IEnumerable<OpenXmlElement> Lay() =>
    [
        .. Head(),
        WordText.Blank().WithNext(),
        WordText.Paragraph(WordStyles.Title, WordText.Lines(TitleLines())),
        WordText.Blank().WithNext(),
        WordText.Paragraph(WordStyles.Normal, Salutation).WithNext(),
        .. Text.SkipLast(1).Select(BodyParagraphs.Of),
        // No page holds a signature alone.
        .. Text.TakeLast(1).Select(text => BodyParagraphs.Of(text).WithNext()),
        .. Enclosed(),
        .. Kept([.. LetterSignature.Lay(Issuer.Name, SignedOn)]),
        .. Below(),
    ];

    private IEnumerable<Paragraph> Head()
    {
        var size = Math.Min(LargestHead * 2, (int)(PaperMeasures.CharactersInLine * PaperMeasures.BodySize / Math.Max(1, PaperText.Width(Issuer.Name))));
        yield return WordText.Paragraph(WordStyles.Title, [Coloured(WordText.Run(Issuer.Name), size)])
            .With(properties => properties.SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto });
        yield return RedLine.Paragraph(borders => borders.BottomBorder = RedLine.Border<BottomBorder>(BorderValues.ThickThinSmallGap)).WithNext();
        yield return WordText.Paragraph(WordStyles.Normal, Number ?? "").Aligned(JustificationValues.Right).WithNext();
    }

    /// <summary>One line where it fits, else broken where the parts meet: no line of a title holds a single character.</summary>
    private IReadOnlyList<string> TitleLines()
    {
        var whole = string.Concat(Title);
        return PaperText.Width(whole) < PaperMeasures.CharactersInTitleLine ? [whole] : Title;
    }

    private IEnumerable<Paragraph> Enclosed()
    {
        if (Enclosures.Count == 0)
            yield break;
        yield return WordText.Blank().WithNext();
        for (var index = 0; index < Enclosures.Count; index++)
        {
            var lead = index == 0 ? "附件：" : "\u3000\u3000\u3000";
            yield return WordText.Paragraph(WordStyles.Text, lead + (Enclosures.Count > 1 ? $"{index + 1}." : "") + PaperText.Line(Enclosures[index])).WithNext();
        }
    }

    private IEnumerable<Paragraph> Below()
    {
        if ((PaperText.Line(ContactPerson), PaperText.Line(ContactPhone)) is var (person, phone) && (person.Length > 0 || phone.Length > 0))
        {
            var known = new[] { person.Length > 0 ? $"联系人：{person}" : "", phone.Length > 0 ? $"联系电话：{phone}" : "" };
            yield return WordText.Paragraph(WordStyles.Text, $"（{string.Join('，', known.Where(part => part.Length > 0))}）");
        }

        if (Copies.Count > 0)
        {
            yield return WordText.Blank();
            yield return CopiesLine();
        }
    }

    private static IEnumerable<Paragraph> Kept(IReadOnlyList<Paragraph> together) =>
        [.. together.SkipLast(1).Select(paragraph => paragraph.WithNext()), .. together.TakeLast(1)];

    /// <summary>Hangs behind its colon and stands between two fine lines, the last thing on the page.</summary>
    private Paragraph CopiesLine() =>
        WordText.Paragraph(WordStyles.Small, $"\u3000抄送：{string.Join('，', Copies)}。").With(properties =>
        {
            properties.KeepLines = new KeepLines();
            properties.ParagraphBorders = new ParagraphBorders
            {
                TopBorder = new TopBorder { Val = BorderValues.Single, Size = 8, Space = 1, Color = "000000" },
                BottomBorder = new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 1, Color = "000000" },
            };
            properties.Indentation = new Indentation { Left = "1120", Right = "0", Hanging = "1120" };
        });

    private static Run Coloured(Run run, int halfPoints)
    {
        var look = run.RunProperties ??= new RunProperties();
        look.Color = new Color { Val = RedLine.Colour };
        look.FontSize = new FontSize { Val = halfPoints.ToString() };
        look.FontSizeComplexScript = new FontSizeComplexScript { Val = halfPoints.ToString() };
        return run;
    }
}
