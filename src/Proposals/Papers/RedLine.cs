using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>The double red line of a letter: 170 mm long, so it reaches over the text on both sides.</summary>
internal static class RedLine
{
    public const string Colour = "FF0000";

    private const int OverTextMm = 7;

    public static Paragraph Paragraph(Action<ParagraphBorders> draw) => WordText.Paragraph(WordStyles.Normal, []).With(properties =>
    {
        var over = (-PaperMeasures.Twips(OverTextMm)).ToString();
        properties.ParagraphBorders = new ParagraphBorders();
        draw(properties.ParagraphBorders);
        properties.SpacingBetweenLines = WordStyles.Exactly(160);
        properties.Indentation = new Indentation { Left = over, Right = over };
    });

    public static TBorder Border<TBorder>(BorderValues look)
        where TBorder : BorderType, new() => new() { Val = look, Size = 24, Space = 1, Color = Colour };
}
