using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Rules;

/// <param name="By">Who published it and when.</param>
/// <param name="Cases">How many open cases are handled under it.</param>
public sealed record VersionLine(RuleProfile Profile, bool IsInForce, string By, string Note, int Cases);

/// <summary>办理规则: every version, and what one of them says.</summary>
[Authorize(Policy = Permissions.ManageRules)]
public sealed class ProfilePage(OfficeRules rules, ProposalsDbContext db, IStringLocalizer<RulesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public RuleProfile Shown { get; private set; } = null!;

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (rules.Book.Versions.FirstOrDefault(known => known.Version == (Version ?? rules.Profile.Version)) is not { } shown)
            return NotFound();
        Shown = shown;
        var stored = await db.RuleProfiles.AsNoTracking().Select(row => new { row.Version, row.Note, row.PublishedAt, By = db.Users.Where(person => person.Id == row.PublishedById).Select(person => person.DisplayName).FirstOrDefault() })
            .ToDictionaryAsync(row => row.Version, cancellationToken);
        var cases = await db.Cases.Where(subject => subject.ClosedOn == null && subject.Ending == null).GroupBy(subject => subject.RulesVersion)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        Versions =
        [
            .. rules.Book.Versions.OrderByDescending(known => known.Version).Select(known => new VersionLine(
                known,
                known.Version == rules.Profile.Version,
                stored.TryGetValue(known.Version, out var row) ? text["Profile_By", row.By ?? "—", DateText.InTable(OfficeClock.Day(row.PublishedAt))] : text["Shipped"],
                row?.Note ?? "",
                cases.GetValueOrDefault(known.Version))),
        ];
        return Page();
    }
}
