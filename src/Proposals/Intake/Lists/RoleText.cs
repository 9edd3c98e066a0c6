using Proposals.Acts;
using Proposals.Assignment;

namespace Proposals.Intake.Lists;

/// <summary>What we are in an item, out of all units that its rows name.</summary>
internal static class RoleText
{
    public static IReadOnlyList<NamedUnit> Units(Func<ListField, string> cell, ListColumns columns)
    {
        var method = UnitCell.RoleOf(cell(ListField.Method));
        var isLed = columns.Has(ListField.CoUnits);
        return
        [
            .. UnitCell.Read(cell(ListField.Units), (place, count) => isLed ? Among(count, method) : Generic(place, method)),
            .. UnitCell.Read(cell(ListField.LeadUnits), (_, count) => Among(count, method)),
            .. UnitCell.Read(cell(ListField.SplitUnits), (_, _) => OtherUnitRole.SplitHandling),
            .. UnitCell.Read(cell(ListField.CoUnits), (_, _) => OtherUnitRole.CoOrganizer),
        ];
    }

    /// <summary>Our role and everybody else's, or why they cannot be told.</summary>
    public static (OurRole Role, IReadOnlyList<UnitEntry> Others, Refusal? Problem) Of(IReadOnlyList<NamedUnit> units, BureauNames bureau)
    {
        OtherUnitRole[] ours = [.. units.Where(unit => bureau.Means(unit.Name)).Select(unit => unit.Role).Distinct()];
        NamedUnit[] others = [.. units.Where(unit => !bureau.Means(unit.Name)).GroupBy(unit => CellText.Fold(unit.Name)).Select(same => same.OrderBy(unit => unit.Role).First())];
        if (ours.Contains(OtherUnitRole.CoOrganizer) && ours.Length > 1)
            return (default, [], new Refusal("list.lead-and-co"));
        var role = ours switch
        {
            _ when ours.Contains(OtherUnitRole.CoOrganizer) => OurRole.CoOrganizer,
            _ when ours.Contains(OtherUnitRole.SplitHandling) => OurRole.SplitHandling,
            _ when Array.Exists(others, unit => unit.Role is OtherUnitRole.LeadOrganizer or OtherUnitRole.SplitHandling) => OurRole.SplitHandling,
            _ when others.Length > 0 => OurRole.LeadOrganizer,
            _ => OurRole.SoleOrganizer,
        };
        var entries = others.Select(unit => new UnitEntry(unit.Name, role == OurRole.SplitHandling && unit.Role == OtherUnitRole.LeadOrganizer ? OtherUnitRole.SplitHandling : unit.Role)).ToArray();
        return role == OurRole.CoOrganizer ? Led(entries) : (role, entries, null);
    }

    /// <summary>Our opinion goes to one unit: the first that leads, or the first that answers a part.</summary>
    private static (OurRole Role, IReadOnlyList<UnitEntry> Others, Refusal? Problem) Led(UnitEntry[] others)
    {
        var lead = Array.Find(others, unit => unit.Role == OtherUnitRole.LeadOrganizer) ?? Array.Find(others, unit => unit.Role == OtherUnitRole.SplitHandling);
        return lead is null
            ? (OurRole.CoOrganizer, others, IntakeRefusals.CoNeedsLead)
            : (OurRole.CoOrganizer, [.. others.Select(unit => unit == lead ? unit with { Role = OtherUnitRole.LeadOrganizer } : unit.Role == OtherUnitRole.LeadOrganizer ? unit with { Role = OtherUnitRole.SplitHandling } : unit)], null);
    }

    private static OtherUnitRole Among(int count, OtherUnitRole? method) =>
        method == OtherUnitRole.SplitHandling || count > 1 ? OtherUnitRole.SplitHandling : OtherUnitRole.LeadOrganizer;

    private static OtherUnitRole Generic(int place, OtherUnitRole? method) => method switch
    {
        OtherUnitRole.SplitHandling => OtherUnitRole.SplitHandling,
        OtherUnitRole.CoOrganizer => OtherUnitRole.CoOrganizer,
        _ => place == 0 ? OtherUnitRole.LeadOrganizer : OtherUnitRole.CoOrganizer,
    };
}
