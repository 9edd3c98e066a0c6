using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;
using Proposals.Web.Accounts;
using Proposals.Web.Face;
using Proposals.Web.Pages.FollowUp;

namespace Proposals.Web.Pages.Handling;

/// <summary>办理台账: what it shows stands wholly in the address.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class CaseLedgerPage(LedgerQuery ledger, DepartmentNames departments, TimeProvider clock) : LedgerFilterPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    private int NewestYear => Years.Count > 0 ? Years[0] : 0;

    public IReadOnlyDictionary<DepartmentId, string> Departments { get; private set; } = new Dictionary<DepartmentId, string>();

    public IReadOnlyList<Light> LightChoices { get; } = [Proposals.Deadlines.Light.Red, Proposals.Deadlines.Light.Yellow, Proposals.Deadlines.Light.Blue, Proposals.Deadlines.Light.Green, Proposals.Deadlines.Light.Off];

    public LedgerTable Table { get; private set; } = new([], default);

    public string Count { get; private set; } = "0";

    public string? Next { get; private set; }

    public bool MayRegister => User.Duties().Includes(Permissions.Holders[Permissions.RegisterCases]);

    /// <summary>The newest year is where everybody begins, so it is no filter.</summary>
    public bool IsFiltered => Year != NewestYear || State is not null || Light is not null || DepartmentId is not null || Kind is not null || !string.IsNullOrWhiteSpace(Text);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Visibility();
        var today = OfficeClock.Day(clock.GetUtcNow());
        Years = await ledger.YearsAsync(me, cancellationToken);
        Departments = await departments.AllAsync(cancellationToken);
        Year ??= NewestYear;
        var filter = Filter() with { After = LedgerCursor.Parse(After), PageSize = PageSize };
        var page = await ledger.PageAsync(me, filter, today, cancellationToken);
        Table = new LedgerTable(page.Rows, today) { Urge = MayRegister ? (id => UrgeStepPage.Address(id, From(After)), id => UrgePage.Address(id, From(After))) : null };
        Next = page.Next?.ToString();
        Count = Counted.Text(filter.After is null && page.Next is null ? page.Rows.Count : await ledger.CountAsync(me, filter, today, cancellationToken));
    }

    /// <summary>The same list from another place on.</summary>
    public string From(string? after) => after is null ? Address("/cases") : QueryHelpers.AddQueryString(Address("/cases"), "after", after);
}
