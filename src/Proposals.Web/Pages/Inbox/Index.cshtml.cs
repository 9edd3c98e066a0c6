using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Web.Accounts;
using Proposals.Web.Face;
using Proposals.Web.Pages.FollowUp;
using Proposals.Web.Pages.Handling;

namespace Proposals.Web.Pages.Inbox;

/// <summary>首页: the office and those who watch see the ledger, those who handle see what waits for them, the admin what is not set up yet.</summary>
[Authorize(Policy = Permissions.SignedIn)]
public sealed class HomePage(InboxQuery inbox, OrderQuery orders, LedgerQuery ledger, TodoWords words, LateElsewhere late, CopiesToSend copies, DepartmentNames departments, SetupList setup, UnfinishedElsewhere unfinished, TimeProvider clock) : PageModel
{
    private const int MostTodos = 10;
    private const int MostCases = 30;

    private static readonly Light[] Counted = [Light.Red, Light.Yellow, Light.Blue, Light.Green, Light.Off];

    public DateOnly Today { get; } = OfficeClock.Day(clock.GetUtcNow());

    public bool IsOffice { get; private set; }

    /// <summary>Has an inbox of his own; a supervisor only reads.</summary>
    public bool IsStaff { get; private set; }

    /// <summary>Sees the year as a whole, not a department's part of it.</summary>
    public bool SeesAll { get; private set; }

    public IReadOnlyList<TodoRow> Todos { get; private set; } = [];

    public int TodoCount { get; private set; }

    /// <summary>红色督办: they wait as well, and longer.</summary>
    public OrderList Orders { get; private set; } = OrderList.None;

    public IReadOnlyList<TodoRow> Urges { get; private set; } = [];

    /// <summary>Copies and uploads that nobody has ticked.</summary>
    public IReadOnlyList<TodoRow> Copies { get; private set; } = [];

    /// <summary>待确定经办人.</summary>
    public IReadOnlyList<TodoRow> Orphans { get; private set; } = [];

    /// <summary>How many promises wait for the office's check, as a sentence.</summary>
    public string? ToClear { get; private set; }

    public bool MayHandOver { get; private set; }

    public IReadOnlyList<(Light Light, int Count)> Lights { get; private set; } = [];

    public LedgerTable? Ledger { get; private set; }

    public int Year { get; private set; }

    public string? Department { get; private set; }

    public SetupPanel? Setup { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Visibility();
        IsOffice = me.Duties.Includes(Duties.Office);
        IsStaff = me.Duties.Includes(Duties.Staff);
        SeesAll = me.Duties.Includes(Duties.Office | Duties.Leaders | Duty.Supervisor);
        MayHandOver = me.Duties.Includes(Permissions.Holders[Permissions.HandOverWork]);
        Orphans = await unfinished.OrphansAsync(me, Today, cancellationToken);
        ToClear = await unfinished.ToClearAsync(me, Today, cancellationToken);
        if (me.Duties.Includes(Duty.Admin))
            Setup = await setup.ForAdminAsync(Today, cancellationToken);
        else if (IsOffice)
            Setup = await setup.ForOfficeAsync(Today, cancellationToken);
        if (IsStaff)
            await FillTodosAsync(me, cancellationToken);
        if (IsStaff || SeesAll)
            await FillLedgerAsync(me, cancellationToken);
    }

    private async Task FillTodosAsync(CaseVisibility me, CancellationToken cancellationToken)
    {
        var names = await departments.AllAsync(cancellationToken);
        var page = await inbox.PageAsync(me, InboxTab.Mine, null, MostTodos, cancellationToken);
        Todos = [.. page.Rows.Select(row => IsOffice ? words.Brief(row, Today) : words.Waiting(row, me, names, Today))];
        TodoCount = page.Next is null ? page.Rows.Count : await inbox.CountAsync(me, InboxTab.Mine, cancellationToken);
        Orders = new OrderList(await orders.OpenAsync(me, cancellationToken), Today);
        Urges = IsOffice ? await late.ListAsync(me, Today, cancellationToken) : [];
        Copies = IsOffice ? await copies.ListAsync(me, Today, cancellationToken) : [];
    }

    private async Task FillLedgerAsync(CaseVisibility me, CancellationToken cancellationToken)
    {
        Year = (await ledger.YearsAsync(me, cancellationToken)).FirstOrDefault(Today.Year);
        Department = me.DepartmentId is { } id ? (await departments.AllAsync(cancellationToken)).GetValueOrDefault(id) : null;
        var page = await ledger.PageAsync(me, new LedgerFilter { Year = Year, PageSize = MostCases }, Today, cancellationToken);
        Ledger = new LedgerTable(page.Rows, Today) { HasMore = page.Next is not null, Urge = IsOffice ? (id => UrgeStepPage.Address(id, "/"), id => UrgePage.Address(id, "/")) : null };
        if (!SeesAll)
            return;
        var counts = new List<(Light, int)>();
        foreach (var light in Counted)
            counts.Add((light, await ledger.CountAsync(me, new LedgerFilter { Year = Year, Light = light }, Today, cancellationToken)));
        Lights = counts;
    }
}
