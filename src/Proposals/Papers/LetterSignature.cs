using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Papers;

/// <summary>Who signs and when: the date ends four characters before the edge, the unit stands above its middle, and the seal goes over both.</summary>
internal static class LetterSignature
{
    private const double FromEdge = 4;

    public static IEnumerable<Paragraph> Lay(string unit, DateOnly? on)
    {
        var name = PaperText.Line(unit);
        var date = on is { } known ? Date(known) : "\u3000\u3000年\u3000月\u3000日";
        var nameFromEdge = Math.Max(0, FromEdge + ((PaperText.Width(date) - PaperText.Width(name)) / 2));
        return
        [
            WordText.Blank(),
            WordText.Blank(),
            WordText.Paragraph(WordStyles.Normal, name).FromRight(nameFromEdge),
            WordText.Paragraph(WordStyles.Normal, date).FromRight(FromEdge),
        ];
    }

    /// <summary>2026年3月31日: Arabic, without leading zeros.</summary>
    public static string Date(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
