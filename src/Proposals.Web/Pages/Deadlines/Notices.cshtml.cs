using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Deadlines;
using Proposals.Web.Accounts;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>提醒: what a person was told, the newest first, one group a day. Looking marks nothing as read; the page says so by a post of its own.</summary>
[Authorize(Policy = Permissions.ReadNotices)]
public sealed class NoticesPage(NoticeQuery notices, NoticeWords words, TimeProvider clock) : PageModel
{
    private const int PageSize = 30;

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public DateOnly Today { get; } = OfficeClock.Day(clock.GetUtcNow());

    public IReadOnlyList<(DateOnly Day, IReadOnlyList<NoticeLine> Lines)> Days { get; private set; } = [];

    public Guid? Next { get; private set; }

    public int Unread { get; private set; }

    /// <summary>Some line in sight is not read yet.</summary>
    public bool ShowsUnread { get; private set; }

    /// <summary>The first and the last line in sight.</summary>
    public Guid First { get; private set; }

    public Guid Last { get; private set; }

    /// <summary>What 全部标为已读 goes up to: nothing that comes in while somebody reads.</summary>
    public Guid Newest { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Visibility();
        Unread = await notices.UnreadAsync(me, cancellationToken);
        var page = await notices.PageAsync(me, Before, PageSize, cancellationToken);
        Next = page.Next;
        if (page.Rows.Count == 0)
            return;
        (First, Last) = (page.Rows[0].Notice.Id, page.Rows[^1].Notice.Id);
        Newest = Before is null ? First : (await notices.PageAsync(me, null, 1, cancellationToken)).Rows[0].Notice.Id;
        ShowsUnread = page.Rows.Any(row => row.Notice.ReadAt is null);
        Days = [.. words.Lines(page.Rows, await words.NamesAsync(page.Rows, cancellationToken), Today).GroupBy(line => line.Day).Select(day => (day.Key, (IReadOnlyList<NoticeLine>)[.. day]))];
    }

    /// <summary>The bell of every page.</summary>
    public async Task<IActionResult> OnGetBellAsync(CancellationToken cancellationToken) => Partial("_Bell", await notices.UnreadAsync(User.Visibility(), cancellationToken));

    /// <summary>The page was drawn: what stands on it has been seen.</summary>
    public async Task<IActionResult> OnPostShownAsync(Guid newest, Guid oldest, CancellationToken cancellationToken)
    {
        await notices.MarkReadAsync(User.Visibility(), newest, oldest, clock.GetUtcNow(), cancellationToken);

        // The bell hears of it as it hears of everything else.
        Response.Headers["HX-Trigger"] = "inbox-changed";
        return new NoContentResult();
    }

    /// <summary>全部标为已读.</summary>
    public async Task<IActionResult> OnPostReadAsync(Guid newest, CancellationToken cancellationToken)
    {
        await notices.MarkReadAsync(User.Visibility(), newest, null, clock.GetUtcNow(), cancellationToken);
        return Redirect("/notices");
    }
}
