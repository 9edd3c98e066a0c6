using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Designer;

namespace Proposals.Web.Pages.Designer;

/// <summary>流程设计: every definition with its latest version, and what of it is in use.</summary>
[Authorize(Policy = Permissions.ReadWorkflows)]
public sealed class DefinitionsPage(DefinitionQuery query, DefinitionViews views, IAuthorizationService permissions) : PageModel
{
    private const int PageLength = 50;

    /// <summary>The definitionId behind which this page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<DefinitionRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<string, DefinitionRow> Published { get; private set; } = new Dictionary<string, DefinitionRow>();

    public ILookup<string, RunningVersion> Running { get; private set; } = Array.Empty<RunningVersion>().ToLookup(_ => "");

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public string? Next { get; private set; }

    public bool MayDesign { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MayDesign = (await permissions.AuthorizeAsync(User, Permissions.DesignWorkflows)).Succeeded;
        var found = await query.LatestRowsAsync(After, PageLength + 1, cancellationToken);
        Rows = [.. found.Take(PageLength)];
        Next = found.Count > PageLength ? Rows[^1].DefinitionId : null;
        string[] ids = [.. Rows.Select(row => row.DefinitionId)];
        Published = await query.PublishedRowsAsync(ids, cancellationToken);
        Running = (await query.RunningVersionsAsync(ids, cancellationToken)).ToLookup(running => running.DefinitionId);
        Names = await views.NamesAsync(Rows.Concat(Published.Values), cancellationToken);
    }
}
