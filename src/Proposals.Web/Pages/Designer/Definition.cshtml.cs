using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Designer;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Documents;

namespace Proposals.Web.Pages.Designer;

/// <summary>One definition: its versions, and one of them read closely against what is published.</summary>
[Authorize(Policy = Permissions.ReadWorkflows)]
public sealed class DefinitionPage(
    DefinitionShelf shelf, DefinitionQuery query, DefinitionViews views, ActivityCatalogue catalogue, IAuthorizationService permissions,
    RefusalWords words, ChangeWords changes, ProblemWords findings, TimeProvider clock, IStringLocalizer<DesignerText> text) : PageModel
{
    private const int PageLength = 20;

    [BindProperty(SupportsGet = true)]
    public string DefinitionId { get; set; } = "";

    /// <summary>The version that is read closely; the latest where none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Number { get; set; }

    /// <summary>The list goes on below this version.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Below { get; set; }

    public DefinitionRow Latest { get; private set; } = null!;

    public DefinitionRow Shown { get; private set; } = null!;

    public DefinitionRow? Published { get; private set; }

    public IReadOnlyList<DefinitionRow> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public IReadOnlyDictionary<Guid, int> Running { get; private set; } = new Dictionary<Guid, int>();

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<ProblemLine> Problems { get; private set; } = [];

    /// <summary>Null where it cannot be said what differs.</summary>
    public IReadOnlyList<string>? Changes { get; private set; }

    /// <summary>The finding whose way is shown on the picture, counted from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Finding { get; set; }

    public Picture Picture { get; private set; } = null!;

    /// <summary>Who may publish this version; asked of drafts only.</summary>
    public Publishers? Publishers { get; private set; }

    /// <summary>The reader could publish, had he not written it himself.</summary>
    public bool IsOwnDraft { get; private set; }

    public RefusalNote? Refusal { get; private set; }

    public bool MayDesign { get; private set; }

    public bool MayPublish { get; private set; }

    public bool HasErrors => Problems.Any(problem => problem.IsError);

    private DateTimeOffset Now => clock.GetUtcNow();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostPublishAsync(Guid versionId, int revision, CancellationToken cancellationToken) =>
        ActAsync(Permissions.PublishWorkflows, "Said_Published", () => shelf.PublishAsync(User.PersonId(), DefinitionId, versionId, revision, Now, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRetractAsync(Guid versionId, int revision, CancellationToken cancellationToken) =>
        ActAsync(Permissions.PublishWorkflows, "Said_Retracted", () => shelf.RetractAsync(User.PersonId(), DefinitionId, versionId, revision, Now, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRevertAsync(Guid versionId, int revision, CancellationToken cancellationToken) =>
        ActAsync(Permissions.DesignWorkflows, "Said_Reverted", () => shelf.RevertAsync(User.PersonId(), DefinitionId, versionId, revision, Now, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDeleteAsync(Guid versionId, int revision, CancellationToken cancellationToken) =>
        ActAsync(Permissions.DesignWorkflows, "Said_Deleted", () => shelf.DeleteDraftAsync(User.PersonId(), DefinitionId, versionId, revision, Now, cancellationToken), cancellationToken);

    private async Task<IActionResult> ActAsync(string permission, string said, Func<Task<ShelfOutcome>> act, CancellationToken cancellationToken)
    {
        if (!(await permissions.AuthorizeAsync(User, permission)).Succeeded)
            return Forbid();
        var outcome = await act();
        if (outcome.Refusal is not null)
        {
            Refusal = words.Of(outcome.Refusal);
            // A version that another deleted meanwhile cannot be shown; the refusal stands over the latest.
            Number = outcome.Refusal == DesignerRefusals.NoSuchVersion ? null : Number;
            return await ShowAsync(cancellationToken);
        }

        this.Say(text[said, outcome.Version?.Version ?? 0]);
        return Redirect(outcome.Version is { } version ? $"/designer/{DefinitionId}?version={version.Version}" : "/designer");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var found = await query.VersionsAsync(DefinitionId, Below, PageLength + 1, cancellationToken);
        if (await query.LatestRowAsync(DefinitionId, cancellationToken) is not { } latest
            || (Number is { } number ? await query.FindAsync(DefinitionId, number, cancellationToken) : await query.LatestAsync(DefinitionId, cancellationToken)) is not { } shown)
            return NotFound();
        Latest = latest;
        Shown = shown.ToRow();
        Rows = [.. found.Take(PageLength)];
        Next = found.Count > PageLength ? Rows[^1].Version : null;
        var published = await query.PublishedAsync(DefinitionId, cancellationToken);
        Published = published?.ToRow();
        Running = await query.RunningAsync([.. Rows.Append(Shown).Select(row => row.Id)], cancellationToken);
        Names = await views.NamesAsync(Rows.Append(Shown), cancellationToken);
        Problems = findings.Of(await query.ProblemsAsync(shown, catalogue, Now, cancellationToken), shown.Json);
        Compare(shown, published is null || published.Id == shown.Id ? null : published);
        Publishers = Shown.State == DefinitionState.Draft ? await query.PublishersAsync(shown, cancellationToken) : null;
        MayDesign = (await permissions.AuthorizeAsync(User, Permissions.DesignWorkflows)).Succeeded;
        MayPublish = (await permissions.AuthorizeAsync(User, Permissions.PublishWorkflows)).Succeeded;
        IsOwnDraft = MayPublish && Publishers?.AuthorIds.Contains(User.PersonId()) == true;
        return Page();
    }

    private void Compare(WorkflowDefinitionVersion shown, WorkflowDefinitionVersion? published)
    {
        var differing = shown.ToDocument(catalogue).ChangesFrom(published?.ToDocument(catalogue));
        Changes = differing is null ? null : changes.Of(differing);
        Picture = new Picture(
            DrawnChart.Of(shown.Json), published is null ? null : DrawnChart.Of(published.Json),
            differing?.Changes.Where(change => change.Kind == ChangeKind.ActivityChanged).Select(change => change.Where).ToHashSet() ?? [],
            Problems.Where(problem => problem.IsError).Select(problem => problem.Problem.Where),
            Finding is { } number && number > 0 && number <= Problems.Count ? Problems[number - 1].Problem.Path : [],
            catalogue);
    }
}
