using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Incidents;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Incidents;

public enum IncidentTab
{
    /// <summary>Where workflows stopped.</summary>
    Stopped,

    /// <summary>等待外部系统.</summary>
    Tasks,
}

/// <summary>异常: everything in running workflows that waits for an admin.</summary>
[Authorize(Policy = Permissions.RepairWorkflows)]
public sealed class IncidentsPage(IncidentQuery query) : PageModel
{
    private const int PageSize = 30;

    private readonly Dictionary<IncidentTab, int> counts = [];

    [BindProperty(SupportsGet = true)]
    public IncidentTab Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<IncidentRow> Incidents { get; private set; } = [];

    public IReadOnlyList<OutsideTaskRow> Tasks { get; private set; } = [];

    public string? Next { get; private set; }

    public bool IsEmpty => Incidents.Count + Tasks.Count == 0;

    public string? CountOf(IncidentTab tab) => counts.GetValueOrDefault(tab) is var count and > 0 ? Counted.Text(count) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        counts[IncidentTab.Stopped] = await query.CountOpenAsync(cancellationToken);
        counts[IncidentTab.Tasks] = await query.CountTasksAsync(cancellationToken);
        var after = IncidentCursor.Parse(After);
        if (Tab == IncidentTab.Tasks)
        {
            var page = await query.TasksAsync(after, PageSize, cancellationToken);
            (Tasks, Next) = (page.Rows, page.Next?.ToString());
        }
        else
        {
            var page = await query.PageAsync(after, PageSize, cancellationToken);
            (Incidents, Next) = (page.Rows, page.Next?.ToString());
        }
    }
}
