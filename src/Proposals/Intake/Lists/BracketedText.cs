namespace Proposals.Intake.Lists;

/// <summary>Cells that name several, of whom some have brackets behind them: 区经贸旅游局（区粮食局、区供销社）、区住建局 are two.</summary>
internal static class BracketedText
{
    private static readonly char[] Closing = [')', '）'];

    /// <summary>At separators outside brackets. A bracket that nothing closes is a letter like others.</summary>
    public static List<string> Split(string text, char[] separators)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length)
                depth = Deeper(text, at, depth);
            if (at < text.Length && (depth > 0 || Array.IndexOf(separators, text[at]) < 0))
                continue;
            if (text[start..at].Trim() is { Length: > 0 } part)
                parts.Add(part);
            start = at + 1;
        }

        return parts;
    }

    public static bool IsInside(string text, int place)
    {
        var depth = 0;
        for (var at = 0; at < place; at++)
            depth = Deeper(text, at, depth);
        return depth > 0;
    }

    private static int Deeper(string text, int at, int depth) => text[at] switch
    {
        '(' or '（' when text.IndexOfAny(Closing, at) > 0 => depth + 1,
        ')' or '）' => Math.Max(0, depth - 1),
        _ => depth,
    };
}
