using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Designer;

/// <summary>Versions and who touched them, in the reader's language.</summary>
public sealed class DesignerWords(IStringLocalizer<DesignerText> text)
{
    /// <summary>周一鸣 2026-03-31 14:05; the product itself where no person did it.</summary>
    public string By(Guid? person, DateTimeOffset? at, IReadOnlyDictionary<Guid, string> names) =>
        at is { } known ? text["By", person is { } id ? names.GetValueOrDefault(id, "—") : text["By_System"].Value, DateText.InTable(OfficeClock.Local(known).DateTime)] : "—";

    /// <summary>第2版3件、第1版12件.</summary>
    public string Running(IEnumerable<RunningVersion> versions) =>
        string.Join(text["ListSeparator"], versions.OrderByDescending(version => version.Version).Select(version => text["Running_N", version.Version, version.Count].Value)) is { Length: > 0 } said ? said : "—";

    public string Cases(int count) => count == 0 ? "—" : text["Cases_N", Counted.Text(count)];
}
