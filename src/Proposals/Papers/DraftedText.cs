namespace Proposals.Papers;

/// <summary>
/// A drafter may have typed the whole letter or only its substance. His own opening and closing stand; what he left out, or left as
/// the system proposed it, is worded anew for each addressee.
/// </summary>
/// <param name="Opening">The drafter's own; null where the letter brings it.</param>
/// <param name="HasClosing">The substance ends with the drafter's own thanks.</param>
internal sealed record DraftedText(string? Opening, IReadOnlyList<string> Substance, bool HasClosing)
{
    /// <summary>A longer first line that ends with a colon is no salutation but the beginning of a sentence.</summary>
    private const int LongestSalutation = 60;

    /// <param name="typed">As it was sent for review.</param>
    /// <param name="proposed">Openings and closings that the system may have proposed.</param>
    public static DraftedText Read(string typed, IReadOnlyCollection<string> proposed)
    {
        var lines = PaperText.Paragraphs(typed).ToList();
        if (IsSalutation(lines))
            lines.RemoveAt(0);
        string? opening = null;
        if (lines.Count > 0 && IsOpening(lines[0]))
        {
            opening = proposed.Contains(lines[0]) ? null : lines[0];
            lines.RemoveAt(0);
        }

        if (lines.Count > 0 && proposed.Contains(lines[^1]))
            lines.RemoveAt(lines.Count - 1);
        return new DraftedText(opening, lines, lines is [.., var last] && last.StartsWith("感谢", StringComparison.Ordinal));
    }

    /// <summary>尊敬的陈启明委员：, or any short call before the sentence that says what came.</summary>
    private static bool IsSalutation(List<string> lines) =>
        lines is [var first, ..]
        && first[^1] is ('：' or ':')
        && first.Length <= LongestSalutation
        && !IsOpening(first)
        && (first.StartsWith("尊敬的", StringComparison.Ordinal) || (lines.Count > 1 && IsOpening(lines[1])));

    private static bool IsOpening(string line) => line.Contains("收悉", StringComparison.Ordinal) && line[^1] is ('：' or ':' or '。');
}
