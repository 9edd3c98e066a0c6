using System.Text.RegularExpressions;
using Proposals.Assignment;

namespace Proposals.Intake.Lists;

/// <summary>Units in one cell, each with its part: 区住建局、区城管局; 主办：区住建局；会办：区城管局; 区住建局（主办）、区城管局 会办. A name keeps its own letters, and the brackets that belong to it.</summary>
internal static partial class UnitCell
{
    private static readonly (string Word, OtherUnitRole Role)[] Roles =
    [
        ("主办", OtherUnitRole.LeadOrganizer), ("独办", OtherUnitRole.LeadOrganizer), ("单办", OtherUnitRole.LeadOrganizer), ("单独办理", OtherUnitRole.LeadOrganizer), ("牵头", OtherUnitRole.LeadOrganizer),
        ("会办", OtherUnitRole.CoOrganizer), ("协办", OtherUnitRole.CoOrganizer), ("会同办理", OtherUnitRole.CoOrganizer), ("配合", OtherUnitRole.CoOrganizer),
        ("分办", OtherUnitRole.SplitHandling), ("分别办理", OtherUnitRole.SplitHandling), ("分头办理", OtherUnitRole.SplitHandling),
    ];

    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\r', '\n', '\t', '/', '／', ' ', '\u3000'];

    /// <param name="text">The cell.</param>
    /// <param name="role">What a unit is that no word in the cell says otherwise of, by its place.</param>
    public static IEnumerable<NamedUnit> Read(string text, Func<int, int, OtherUnitRole> role)
    {
        var named = new List<(string Name, OtherUnitRole? Role)>();
        OtherUnitRole? current = null;
        foreach (var raw in BracketedText.Split(Prefix().Replace(text, found => BracketedText.IsInside(text, found.Index) ? found.Value : $"、{found.Value}"), Separators))
        {
            var part = raw;
            if (Prefix().Match(part) is { Success: true, Index: 0 } prefix)
            {
                current = RoleOf(prefix.Groups["role"].Value);
                part = part[prefix.Length..].Trim();
            }

            if (Alone().Match(part) is { Success: true } alone)
            {
                // It stands behind a gap, so it speaks of the unit before.
                if (named.Count > 0)
                    named[^1] = (named[^1].Name, RoleOf(alone.Groups["role"].Value));
                continue;
            }

            OtherUnitRole? own = null;
            if (Suffix().Match(part) is { Success: true } suffix)
            {
                own = RoleOf(suffix.Groups["role"].Value);
                part = part[..suffix.Index].Trim();
            }

            part = part.EndsWith('等') ? part[..^1] : part;
            if (part.Length > 0 && !NobodyElse(part))
                named.Add((CellText.OneLine(part), own ?? current));
        }

        return named.Select((unit, place) => new NamedUnit(unit.Name, unit.Role ?? role(place, named.Count)));
    }

    /// <summary>办理方式 of an item; null where it says nothing about roles.</summary>
    public static OtherUnitRole? RoleOf(string word)
    {
        var text = CellText.Fold(word);
        OtherUnitRole?[] said = [.. Roles.Where(known => text.Contains(known.Word, StringComparison.Ordinal)).Select(known => (OtherUnitRole?)known.Role).Distinct()];
        return said.Length == 1 ? said[0] : null;
    }

    /// <summary>A dash or 无 in a cell says that there is none.</summary>
    private static bool NobodyElse(string text) => CellText.Fold(text) is "无" or "-" or "—" or "——" or "/" or "\\" or "--";

    [GeneratedRegex(@"(?<role>主办|独办|单办|牵头|会办|协办|配合|分办|分别办理)(单位|部门)?\s*[:：]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^[(（]?\s*(?<role>主办|独办|单办|单独办理|牵头|会办|协办|配合|分办|分别办理|分头办理)(单位|部门)?\s*[)）]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alone();

    [GeneratedRegex(@"([(（]\s*(?<role>主\s*办|独\s*办|单\s*办|单独办理|牵\s*头|会\s*办|协\s*办|配\s*合|分\s*办|分别办理|分头办理)(单位|部门)?\s*[)）]|(?<role>牵头|主办))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suffix();
}

/// <summary>A unit as a list names it, with its part in the item.</summary>
public sealed record NamedUnit(string Name, OtherUnitRole Role);
