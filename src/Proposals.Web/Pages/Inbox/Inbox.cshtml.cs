using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Web.Accounts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Handling;

namespace Proposals.Web.Pages.Inbox;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class TodoPage(InboxQuery inbox, OrderQuery orders, TodoWords words, DepartmentNames departments, TimeProvider clock) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public InboxTab Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<TodoRow> Rows { get; private set; } = [];

    /// <summary>红色督办, above everything else that waits for a leader.</summary>
    public OrderList Orders { get; private set; } = OrderList.None;

    public string? Next { get; private set; }

    /// <summary>Without a department there is no tab of it; what is done is not counted.</summary>
    public IReadOnlyList<(InboxTab Tab, string? Count)> Tabs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Visibility();
        var today = OfficeClock.Day(clock.GetUtcNow());
        var page = await inbox.PageAsync(me, Tab, InboxCursor.Parse(After), PageSize, cancellationToken);
        var names = await departments.AllAsync(cancellationToken);
        Rows = [.. page.Rows.Select(row => Tab == InboxTab.Done ? words.Done(row, me, today) : words.Waiting(row, me, names, today))];
        Next = page.Next?.ToString();
        if (Tab == InboxTab.Mine && After is null)
            Orders = new OrderList(await orders.OpenAsync(me, cancellationToken), today);
        Tabs = [.. await TabsAsync(me, cancellationToken)];
    }

    private async Task<IReadOnlyList<(InboxTab, string?)>> TabsAsync(CaseVisibility me, CancellationToken cancellationToken)
    {
        var tabs = new List<(InboxTab, string?)> { (InboxTab.Mine, Counted.Text(await inbox.CountAsync(me, InboxTab.Mine, cancellationToken) + await orders.CountAsync(me, cancellationToken))) };
        if (me.DepartmentId is not null && me.Duties.Includes(Duty.Handler | Duty.DepartmentHead))
            tabs.Add((InboxTab.Department, Counted.Text(await inbox.CountAsync(me, InboxTab.Department, cancellationToken))));
        tabs.Add((InboxTab.Done, null));
        return tabs;
    }
}
