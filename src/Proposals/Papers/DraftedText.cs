namespace Proposals.Papers;

/// <summary>
/// A drafter may have typed the whole letter or only its substance. His own opening and closing stand; what he left out, or left as
/// the system proposed it, is worded anew for each addressee.
/// </summary>
internal sealed record DraftedText(string? Opening, IReadOnlyList<string> Substance, bool HasClosing)
{
    /// <summary>A longer first line that ends with a colon is no salutation but the beginning of a sentence.</summary>
    private const int LongestSalutation = 60;

    /// <param name="typed">As it was sent for review.</param>
    /// <param name="salutations">What the letter will say itself.</param>
    /// <param name="openings">Those the system may have proposed.</param>
    public static DraftedText Read(string typed, IReadOnlyCollection<string> salutations, IReadOnlyCollection<string> openings)
    {
        var lines = PaperText.Paragraphs(typed).ToList();
        if (lines.Count > 0 && IsSalutation(lines[0], salutations))
            lines.RemoveAt(0);
        string? opening = null;
        if (lines.Count > 0 && IsOpening(lines[0]))
        {
            opening = openings.Contains(lines[0]) ? null : lines[0];
            lines.RemoveAt(0);
        }

        return new DraftedText(opening, lines, lines is [.., var last] && last.StartsWith("感谢", StringComparison.Ordinal));
    }

    private static bool IsSalutation(string line, IReadOnlyCollection<string> salutations) =>
        salutations.Contains(line)
        || (line.Length <= LongestSalutation && line.StartsWith("尊敬的", StringComparison.Ordinal) && line[^1] is ('：' or ':'));

    private static bool IsOpening(string line) => line.Contains("收悉", StringComparison.Ordinal) && line[^1] is ('：' or ':' or '。');
}
