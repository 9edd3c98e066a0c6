using Proposals.Intake;

namespace Proposals.Web.Pages.Intake;

/// <summary>Reads co-proposers as they stand on the slip or in a spreadsheet: one a line, name first, then 界别 or 代表团, 附议 for a seconder.</summary>
internal static class ProposerLines
{
    private const string Seconder = "附议";
    private const string CoProposer = "联名";
    private static readonly char[] LineEnds = ['\r', '\n', '；', ';'];
    private static readonly char[] Gaps = [' ', '\t', '\u3000', ',', '，', '、', '（', '）', '(', ')'];

    public static IEnumerable<ProposerEntry> Read(string? text) =>
        (text ?? "").Split(LineEnds, StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(Gaps, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0)
            .Select(words => new ProposerEntry(words[0], words.Contains(Seconder) || words.Contains(Seconder + "人") ? ProposerRole.Seconder : ProposerRole.CoProposer)
            {
                Group = string.Join(' ', words.Skip(1).Where(word => !word.StartsWith(Seconder, StringComparison.Ordinal) && !word.StartsWith(CoProposer, StringComparison.Ordinal))),
            });
}
