using System.Text;

namespace Proposals.Persistence;

/// <summary>What of a text can be kept, printed and seen. PostgreSQL keeps no zero, a paper's file no control character, and a sign that turns the reading order lets one name look like another.</summary>
public static class PlainText
{
    /// <returns>The same instance where nothing had to go.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        while (at < text.Length && Kept(text, at) is var length and > 0)
            at += length;
        if (at == text.Length)
            return text;
        var kept = new StringBuilder(text, 0, at, text.Length);
        while (at < text.Length)
        {
            var length = Kept(text, at);
            kept.Append(text, at, length);
            at += Math.Max(1, length);
        }

        return kept.ToString();
    }

    /// <summary>How many characters from here on belong together and stay; 0 for one that goes.</summary>
    private static int Kept(string text, int at)
    {
        var sign = text[at];
        if (char.IsSurrogate(sign))
            return at + 1 < text.Length && char.IsSurrogatePair(sign, text[at + 1]) ? 2 : 0;
        return Goes(sign) ? 0 : 1;
    }

    private static bool Goes(char sign) => sign switch
    {
        '\t' or '\n' or '\r' => false,
        '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\uFFFE' or '\uFFFF' => true,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => true,
        _ => char.IsControl(sign),
    };
}
