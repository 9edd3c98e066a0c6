using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>日历订阅: off until its person wants it.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class SubscriptionPage(PeopleActs acts, ProposalsDbContext db, RefusalWords words, TimeProvider clock, IStringLocalizer<DeadlinesText> text) : PageModel
{
    /// <summary>The day the present link was made; null while there is none.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>Only in the answer that made it.</summary>
    public string? Link { get; private set; }

    public RefusalNote? Refusal { get; private set; }

    /// <summary>Whose dates it holds: a key of the page's text.</summary>
    public string Scope => User.Duties() switch
    {
        var held when held.Includes(Duties.Office | Duty.Principal | Duty.Supervisor) => "Feed_ScopeAll",
        var held when held.Includes(Duty.DeputyLeader) => "Feed_ScopeCharge",
        var held when held.Includes(Duty.DepartmentHead) => "Feed_ScopeDepartment",
        _ => "Feed_ScopeOwn",
    };

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken) => DrawAsync(acts.EnableCalendarFeedAsync, cancellationToken);

    public Task<IActionResult> OnPostChangeAsync(CancellationToken cancellationToken) => DrawAsync(acts.ChangeCalendarFeedAsync, cancellationToken);

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken)
    {
        if (await acts.DisableCalendarFeedAsync(User.PersonId(), clock.GetUtcNow(), cancellationToken) is { } refusal)
        {
            Refusal = words.Of(refusal);
            await ShowAsync(cancellationToken);
            return Page();
        }

        this.Say(text["Feed_SaidOff"]);
        return RedirectToPage();
    }

    /// <summary>Drawn in the answer itself, not after a redirect: the link is on no second page and in no cookie.</summary>
    private async Task<IActionResult> DrawAsync(Func<Guid, string, DateTimeOffset, CancellationToken, Task<Refusal?>> act, CancellationToken cancellationToken)
    {
        var secret = FeedSecret.Draw();
        if (await act(User.PersonId(), CalendarFeed.HashOf(secret), clock.GetUtcNow(), cancellationToken) is { } refusal)
            Refusal = words.Of(refusal);
        else
            Link = FeedEndpoint.LinkOf(Request, secret, Languages.IsEnglish);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var me = User.PersonId();
        var feed = await db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(known => known.PersonId == me, cancellationToken);
        Since = feed is null ? null : OfficeClock.Day(feed.CreatedAt);
    }
}
