namespace Proposals.Intake.Lists;

/// <summary>How lists call our bureau: its name and its short names, as a whole and never as a part of another's.</summary>
public sealed class BureauNames(IEnumerable<string> names)
{
    private readonly HashSet<string> known = [.. names.Select(CellText.Fold).Where(name => name.Length > 0)];

    /// <summary>Nobody has said yet what the bureau is called.</summary>
    public bool IsUnknown => known.Count == 0;

    /// <summary>区经贸旅游局（区粮食局） is ours by the name before the bracket.</summary>
    public bool Means(string unit)
    {
        var text = CellText.Fold(unit);
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return known.Contains(text) || (bracket > 0 && known.Contains(text[..bracket]));
    }
}
