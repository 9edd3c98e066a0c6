using Proposals.Assignment;

namespace Proposals.Intake.Lists;

/// <summary>Reads other units as they stand on the slip: one a line or divided by 、, with its role behind it where it is not the usual one.</summary>
public static class UnitLines
{
    public static IReadOnlyList<UnitEntry> Read(OurRole ours, string? lead, string? others)
    {
        var usual = ours == OurRole.SplitHandling ? OtherUnitRole.SplitHandling : OtherUnitRole.CoOrganizer;
        var listed = UnitCell.Read(others ?? "", (_, _) => usual).Select(unit => new UnitEntry(unit.Name, unit.Role));
        return [.. string.IsNullOrWhiteSpace(lead) ? [] : new[] { new UnitEntry(lead.Trim(), OtherUnitRole.LeadOrganizer) }, .. listed];
    }
}
