using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Proposals.Papers;

/// <summary>What people typed, made fit to stand in a paper: nothing in it may make the file unreadable.</summary>
internal static partial class PaperText
{
    private const string FullBlank = "\u3000";

    /// <summary>A Chinese paragraph begins two full characters in.</summary>
    public const string Indent = FullBlank + FullBlank;

    /// <summary>Without what XML forbids: control characters, halves of characters, the two that are none. Line ends and tabs become blanks.</summary>
    public static string Line(string? typed) => Clean(typed).Trim();

    /// <summary>The same with the blanks at its ends, where they are set on purpose.</summary>
    public static string Clean(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        var kept = new StringBuilder(typed.Length);
        for (var index = 0; index < typed.Length; index++)
        {
            var sign = typed[index];
            if (char.IsWhiteSpace(sign) && sign != FullBlank[0])
            {
                kept.Append(' ');
            }
            else if (index + 1 < typed.Length && XmlConvert.IsXmlSurrogatePair(typed[index + 1], sign))
            {
                kept.Append(sign).Append(typed[++index]);
            }
            else if (XmlConvert.IsXmlChar(sign))
            {
                kept.Append(sign);
            }
        }

        return kept.ToString();
    }

    /// <summary>The paragraphs of a longer text, without blank ones and without the blanks that people indent by.</summary>
    public static IReadOnlyList<string> Paragraphs(string? typed) =>
        [.. LineEnds().Split(typed ?? "").Select(Line).Where(line => line.Length > 0)];

    /// <summary>In full characters: a Latin letter or a figure is half as wide as a Chinese one.</summary>
    public static double Width(string text)
    {
        var width = 0d;
        foreach (var rune in text.EnumerateRunes())
            width += rune.IsAscii ? 0.5 : 1;
        return width;
    }

    [GeneratedRegex(@"\r\n|[\r\n\v\f\u0085\u2028\u2029]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineEnds();
}
