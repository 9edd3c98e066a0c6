using System.Text.RegularExpressions;
using Proposals.Persistence;

namespace Proposals.Intake.Lists;

/// <summary>What the rows above the headings say of the whole list, to be offered before anybody types it.</summary>
/// <param name="Sender">交办单位; null where nothing names it.</param>
/// <param name="Kind">Null where the list says none or holds several.</param>
/// <param name="AssignedOn">交办日期.</param>
public sealed partial record ListTitle(string? Sender, ItemKind? Kind, DateOnly? AssignedOn)
{
    private const int LongestRead = 600;

    /// <param name="sheet">The list.</param>
    /// <param name="bodies">Senders that the office knows: a title may name one without saying what it is.</param>
    public static ListTitle Of(ListSheet sheet, IEnumerable<string> bodies)
    {
        var heading = HeadingRow.Find(sheet) ?? HeadingRow.None(sheet);
        var words = ListWords.Titles(sheet, heading);
        var title = words.Title.Length > LongestRead ? words.Title[..LongestRead] : words.Title;
        return new ListTitle(SenderIn(title) ?? KnownIn(title, bodies), words.Kind ?? KindText.OfHeadings(heading.Words), words.AssignedOn);
    }

    private static string? SenderIn(string title) =>
        Labelled().Match(title) is { Success: true } found && found.Groups["name"].Value is { Length: <= Lengths.Name } name ? name : null;

    private static string? KnownIn(string title, IEnumerable<string> bodies)
    {
        var text = CellText.Fold(title);
        return bodies.Where(body => body.Length > 0 && text.Contains(CellText.Fold(body), StringComparison.Ordinal)).MaxBy(body => body.Length);
    }

    [GeneratedRegex(@"交办(单位|机关|机构|部门)\s*[:：]\s*(?<name>[^\s:：，,；;()（）]{2,80}?)(?=$|[\s:：，,；;()（）]|交办(日期|时间))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Labelled();
}
