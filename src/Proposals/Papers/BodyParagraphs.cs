using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>Paragraphs of a letter: 一、 begins a heading of the first level, （一） one of the second; 1. and below look like text.</summary>
internal static partial class BodyParagraphs
{
    /// <summary>Longer ones are sentences that happen to be numbered.</summary>
    private const int LongestHeading = 45;

    public static Paragraph Of(string text)
    {
        var isFirst = FirstLevel().IsMatch(text);
        if (!isFirst && !SecondLevel().IsMatch(text))
            return WordText.Paragraph(WordStyles.Text, text);
        var run = isFirst ? WordStyles.FirstHeadingRun : WordStyles.SecondHeadingRun;
        return text.IndexOf('。', StringComparison.Ordinal) switch
        {
            // 一、关于线路。已推出两条: the heading runs on into its paragraph.
            var end when end >= 0 && end < LongestHeading && end + 1 < text.Length =>
                WordText.Paragraph(WordStyles.Text, [WordText.Run(text[..(end + 1)], run), WordText.Run(text[(end + 1)..])]),
            _ when text.Length <= LongestHeading => WordText.Paragraph(isFirst ? WordStyles.FirstHeading : WordStyles.SecondHeading, text),
            _ => WordText.Paragraph(WordStyles.Text, text),
        };
    }

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstLevel();

    [GeneratedRegex("^[（(][一二三四五六七八九十]{1,3}[）)]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecondLevel();
}
