using System.Text;

namespace Proposals.Intake.Lists;

/// <summary>What a cell says, freed of what programs put around it.</summary>
internal static class CellText
{
    /// <summary>As it is kept: lines end in one character, no controls and invisible characters, no half of a surrogate pair, nothing around it.</summary>
    public static string Clean(string raw)
    {
        if (!raw.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return raw.Trim();
        var kept = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            var letter = raw[at];
            if (char.IsSurrogate(letter))
            {
                if (at + 1 < raw.Length && char.IsSurrogatePair(letter, raw[at + 1]))
                    kept.Append(letter).Append(raw[++at]);
                continue;
            }

            if (letter == '\r' && at + 1 < raw.Length && raw[at + 1] == '\n')
                continue;
            if (Kept(letter) is { } plain)
                kept.Append(plain);
        }

        return kept.ToString().Trim();
    }

    /// <summary>For comparing: half-width, without any space.</summary>
    public static string Fold(string text) => string.Create(text.Count(letter => !char.IsWhiteSpace(letter)), text, (folded, source) =>
    {
        var at = 0;
        foreach (var letter in source.Where(letter => !char.IsWhiteSpace(letter)))
            folded[at++] = HalfWidth(letter);
    });

    /// <summary>On one line.</summary>
    public static string OneLine(string text) => text.Replace('\n', ' ');

    private static char HalfWidth(char letter) => letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;

    private static char? Kept(char letter) => letter switch
    {
        '\n' or '\r' or '\v' or '\u2028' or '\u2029' => '\n',
        '\t' or '\u00A0' => ' ',
        '\u00AD' or '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') => null,
        _ when char.IsControl(letter) => null,
        _ => letter,
    };
}
