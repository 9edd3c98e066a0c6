using System.Text.RegularExpressions;
using Proposals.Intake.Lists;

namespace Proposals.Reply;

/// <summary>发文字号 as official documents write it: 云经旅提〔2026〕5号, whichever brackets, widths, blanks and leading zeros were typed. Two ways to type one number are one number.</summary>
public static partial class OfficialNumber
{
    public static string Of(string? typed) => Year().Replace(CellText.Fold(typed ?? ""), "〔${year}〕${serial}");

    [GeneratedRegex(@"[\[(〔【](?<year>\d{4})[\])〕】]第?0*(?<serial>\d+)(?=号)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
