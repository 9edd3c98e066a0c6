using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>Paragraphs and their runs. All text of a paper passes through <see cref="Run"/>, which keeps the file valid.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string style, string text) => Paragraph(style, [Run(text)]);

    public static Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> runs)
    {
        var paragraph = new Paragraph { ParagraphProperties = new ParagraphProperties() };
        if (style != WordStyles.Normal)
            paragraph.ParagraphProperties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        paragraph.Append(runs);
        return paragraph;
    }

    public static Run Run(string text, string? style = null)
    {
        var run = new Run { RunProperties = new RunProperties() };
        if (style is not null)
            run.RunProperties.RunStyle = new RunStyle { Val = style };
        run.RunProperties.RunFonts = new RunFonts { Hint = FontTypeHintValues.EastAsia };
        run.Append(new Text(PaperText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    /// <summary>Lines of one paragraph, broken where the writer wants.</summary>
    public static IEnumerable<OpenXmlElement> Lines(IEnumerable<string> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            if (!isFirst)
                yield return new Run(new Break());
            isFirst = false;
            yield return Run(line);
        }
    }

    /// <summary>Formatted beyond its style, where only one paragraph of the paper looks so.</summary>
    public static Paragraph With(this Paragraph paragraph, Action<ParagraphProperties> change)
    {
        change(paragraph.ParagraphProperties ??= new ParagraphProperties());
        return paragraph;
    }

    /// <summary>Stays on one page with what follows.</summary>
    public static Paragraph WithNext(this Paragraph paragraph) => paragraph.With(properties => properties.KeepNext = new KeepNext());

    public static Paragraph Aligned(this Paragraph paragraph, JustificationValues where) =>
        paragraph.With(properties => properties.Justification = new Justification { Val = where });

    /// <summary>Ends so many characters before the right edge.</summary>
    public static Paragraph FromRight(this Paragraph paragraph, double characters) =>
        paragraph.Aligned(JustificationValues.Right).With(properties => properties.Indentation = new Indentation
        {
            Right = PaperMeasures.Characters(characters).ToString(),
            RightChars = (int)Math.Round(characters * 100),
            FirstLine = "0",
            FirstLineChars = 0,
        });

    public static Paragraph Blank() => Paragraph(WordStyles.Normal, []);
}
