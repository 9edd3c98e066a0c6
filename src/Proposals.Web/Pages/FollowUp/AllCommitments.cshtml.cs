using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.People;
using Proposals.Web.Accounts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Handling;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>承诺事项 of all cases; what it shows stands wholly in the address.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class AllCommitmentsPage(CommitmentQuery commitments, LedgerQuery ledger, DepartmentNames departments, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Left out or 0, all years: a promise outlives the year of its case.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public CommitmentStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public Light? Light { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public DepartmentId? DepartmentId => Proposals.People.DepartmentId.TryParse(Department, null, out var id) ? id : null;

    public DateOnly Today { get; } = OfficeClock.Day(clock.GetUtcNow());

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyDictionary<DepartmentId, string> Departments { get; private set; } = new Dictionary<DepartmentId, string>();

    public IReadOnlyList<Light> LightChoices { get; } = [Proposals.Deadlines.Light.Red, Proposals.Deadlines.Light.Yellow, Proposals.Deadlines.Light.Blue, Proposals.Deadlines.Light.Green, Proposals.Deadlines.Light.Off];

    public IReadOnlyList<CommitmentRow> Rows { get; private set; } = [];

    public string Count { get; private set; } = "0";

    public string? Next { get; private set; }

    public bool MayClear => User.Duties().Includes(Duties.Office);

    public bool IsFiltered => Year is > 0 || Stage is not null || Light is not null || DepartmentId is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Visibility();
        Years = await ledger.YearsAsync(me, cancellationToken);
        Departments = await departments.AllAsync(cancellationToken);
        var filter = new CommitmentFilter
        {
            Year = Year is > 0 ? Year : null,
            Stage = Stage,
            Light = Light,
            DepartmentId = DepartmentId,
            After = CommitmentCursor.Parse(After),
            PageSize = PageSize,
        };
        var page = await commitments.PageAsync(me, filter, Today, cancellationToken);
        Rows = page.Rows;
        Next = page.Next?.ToString();
        Count = Counted.Text(await commitments.CountAsync(me, filter, Today, cancellationToken));
    }

    public Light LightOf(CommitmentRow row) => row.Line is { } line ? DeadlineWords.LightOf(line, Today) : Proposals.Deadlines.Light.Off;

    /// <summary>The same list from another place on.</summary>
    public string Address(string? after)
    {
        var kept = new Dictionary<string, string?>
        {
            ["year"] = Year?.ToString(),
            ["stage"] = Stage?.ToString(),
            ["light"] = Light?.ToString(),
            ["department"] = DepartmentId?.ToString(),
            ["after"] = after,
        };
        return QueryHelpers.AddQueryString("/commitments", kept.Where(pair => pair.Value is not null));
    }
}
