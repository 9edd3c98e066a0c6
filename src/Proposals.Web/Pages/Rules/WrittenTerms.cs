using System.Text.RegularExpressions;
using Proposals.Deadlines;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Rules;

/// <summary>Terms as people write them: 10个工作日, 3个月, 每年6月30日, 复函到期前20天, 10 working days; and as the profile keeps them: 10wd, 3m, 06-30, Reply-20d.</summary>
public sealed partial class WrittenTerms(DueWords due, RefusalWords labels)
{
    public string Write(string term) => due.TermText(term);

    /// <summary>As the profile keeps it; what cannot be read stays as it was typed, and is refused there by name.</summary>
    public string Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (TermRule.TryParse(text, out _))
            return text;
        if (Plain(text) is { } own)
            return own;
        foreach (var kind in ProfileCheck.Kinds)
        {
            var label = labels.Label(kind);
            if (text.StartsWith($"{label}到期前", StringComparison.Ordinal) && Plain(text[(label.Length + 3)..]) is { } back)
                return $"{kind}-{back}";
            if (text.EndsWith($" before: {label}", StringComparison.OrdinalIgnoreCase) && Plain(text[..^(label.Length + 9)]) is { } before)
                return $"{kind}-{before}";
        }

        return text;
    }

    private static string? Plain(string text)
    {
        text = text.Trim();
        if (Term.TryParse(text, out _))
            return text;
        if (Count().Match(text) is { Success: true } count)
            return count.Groups["n"].Value + (count.Groups["wd"].Success ? "wd" : count.Groups["m"].Success ? "m" : "d");
        return DayOfYear().Match(text) is { Success: true } day && int.Parse(day.Groups["m"].ValueSpan) is var month && int.Parse(day.Groups["d"].ValueSpan) is var of && Term.TryParse($"{month:00}-{of:00}", out _)
            ? $"{month:00}-{of:00}"
            : null;
    }

    [GeneratedRegex(@"^(?<n>\d{1,3})\s*(?:(?<wd>个?工作日|working days?)|(?<m>个?月|months?)|天|日|个?自然日|days?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"^(?:(?:每年)?(?<m>\d{1,2})月(?<d>\d{1,2})日|(?<d>\d{1,2})/(?<m>\d{1,2}) each year)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayOfYear();
}
