using Proposals.Assignment;
using Proposals.Intake;

namespace Proposals.Web.Pages.Intake;

/// <summary>Reads other units as they stand on the slip: one a line or divided by 、, with its role behind it where it is not the usual one.</summary>
internal static class UnitLines
{
    private static readonly char[] Ends = ['\r', '\n', '；', ';', '、', '，', ','];
    private static readonly char[] Gaps = [' ', '\t', '\u3000', '（', '）', '(', ')'];

    private static readonly Dictionary<string, OtherUnitRole> Roles = new()
    {
        ["主办"] = OtherUnitRole.LeadOrganizer,
        ["会办"] = OtherUnitRole.CoOrganizer,
        ["协办"] = OtherUnitRole.CoOrganizer,
        ["分办"] = OtherUnitRole.SplitHandling,
    };

    public static IReadOnlyList<UnitEntry> Read(OurRole ours, string? lead, string? others)
    {
        var usual = ours == OurRole.SplitHandling ? OtherUnitRole.SplitHandling : OtherUnitRole.CoOrganizer;
        var listed = (others ?? "").Split(Ends, StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(Gaps, StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0)
            .Select(words => new UnitEntry(words[0], words.Skip(1).Where(Roles.ContainsKey).Select(word => Roles[word]).FirstOrDefault(usual)));
        return [.. string.IsNullOrWhiteSpace(lead) ? [] : new[] { new UnitEntry(lead.Trim(), OtherUnitRole.LeadOrganizer) }, .. listed];
    }
}
