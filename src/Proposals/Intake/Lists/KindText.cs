namespace Proposals.Intake.Lists;

/// <summary>建议, 提案 or 议案 out of the words around an item.</summary>
internal static class KindText
{
    private static readonly string[] Congress = ["人大", "人民代表大会", "代表建议", "代工委", "代表工委"];
    private static readonly string[] Cppcc = ["政协", "政治协商", "提案"];

    /// <summary>Of a cell that names the kind; null when it names none or more than one.</summary>
    public static ItemKind? Of(string text)
    {
        var isMotion = text.Contains("议案", StringComparison.Ordinal);
        var isProposal = Array.Exists(Cppcc, word => text.Contains(word, StringComparison.Ordinal));
        var isSuggestion = text.Contains("建议", StringComparison.Ordinal) || text.Contains("书面意见", StringComparison.Ordinal) || (!isMotion && Array.Exists(Congress, word => text.Contains(word, StringComparison.Ordinal)));
        return (isMotion, isProposal, isSuggestion) switch
        {
            (true, false, false) => ItemKind.Motion,
            (false, true, false) => ItemKind.CppccProposal,
            (false, false, true) => ItemKind.Suggestion,

            // 议案转建议 is handled as a suggestion.
            (true, false, true) when text.Contains('转', StringComparison.Ordinal) => ItemKind.Suggestion,
            _ => null,
        };
    }

    /// <summary>Of a column's heading: 建议编号, 提案人, 代表 belong to one assembly.</summary>
    public static ItemKind? OfHeadings(IEnumerable<string> headings)
    {
        ItemKind?[] kinds = [.. headings.Select(OfHeading).Where(kind => kind is not null).Distinct()];
        return kinds.Length == 1 ? kinds[0] : null;
    }

    /// <summary>The last word of a title: 关于……的提案.</summary>
    public static ItemKind? OfSubject(string subject) => CellText.Fold(subject).TrimEnd('。', '.') switch
    {
        var text when text.EndsWith("提案", StringComparison.Ordinal) => ItemKind.CppccProposal,
        var text when text.EndsWith("建议", StringComparison.Ordinal) => ItemKind.Suggestion,
        var text when text.EndsWith("议案", StringComparison.Ordinal) => ItemKind.Motion,
        _ => null,
    };

    private static ItemKind? OfHeading(string heading)
    {
        if (heading.Contains("提案", StringComparison.Ordinal) == heading.Contains("建议", StringComparison.Ordinal))
            return heading.Contains("代表", StringComparison.Ordinal) && !heading.Contains("代表团", StringComparison.Ordinal) && !heading.Contains("委员", StringComparison.Ordinal) ? ItemKind.Suggestion : null;
        return heading.Contains("提案", StringComparison.Ordinal) ? ItemKind.CppccProposal : ItemKind.Suggestion;
    }
}
