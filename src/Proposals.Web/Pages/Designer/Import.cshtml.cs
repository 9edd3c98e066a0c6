using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Designer;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Designer;

/// <summary>A file is read, shown against what stands here, and put on the shelf only when that was confirmed.</summary>
[Authorize(Policy = Permissions.DesignWorkflows)]
public sealed class ImportPage(DefinitionShelf shelf, DefinitionViews views, RefusalWords words, DesignerWords sentences, ChangeWords changes, ProblemWords findings, TimeProvider clock, IStringLocalizer<DesignerText> text) : PageModel
{
    /// <summary>Chosen from disk; what is pasted counts where no file was chosen.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public ImportPreview? Preview { get; private set; }

    public IReadOnlyList<ProblemLine> Problems { get; private set; } = [];

    /// <summary>Null where it cannot be said what differs.</summary>
    public IReadOnlyList<string>? Changes { get; private set; }

    /// <summary>Who saved the draft that would be replaced, and when.</summary>
    public string DraftBy { get; private set; } = "";

    public RefusalNote? Refusal { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is not null)
        {
            var (read, refusal) = await TextUpload.ReadAsync(Upload, DefinitionShelf.LargestFile, DesignerRefusals.TooLarge, cancellationToken);
            if (refusal is not null)
            {
                Refusal = words.Of(refusal);
                return Page();
            }

            Text = read;
        }

        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostConfirmAsync(int expectedRevision, bool replaceDraft, CancellationToken cancellationToken)
    {
        var outcome = await shelf.ImportAsync(User.PersonId(), Text ?? "", expectedRevision, replaceDraft, clock.GetUtcNow(), cancellationToken);
        if (outcome.Refusal is not null)
        {
            Refusal = words.Of(outcome.Refusal);
            return await ShowAsync(cancellationToken);
        }

        var version = outcome.Version ?? throw new InvalidOperationException("What was imported is a version.");
        this.Say(text["Said_Imported", version.Name, version.Version]);
        return Redirect($"/designer/{version.DefinitionId}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var preview = await shelf.PreviewImportAsync(Text ?? "", clock.GetUtcNow(), cancellationToken);
        Problems = findings.Of(preview.Problems, preview.Text);
        if (preview.Refusal is not null)
        {
            Refusal ??= words.Of(preview.Refusal);
            return Page();
        }

        Preview = preview;
        Changes = preview.Changes is { } differing ? changes.Of(differing) : null;
        DraftBy = preview.Latest is { } draft ? sentences.By(draft.SavedById, draft.SavedAt, await views.NamesAsync([draft.SavedById], cancellationToken)) : "";
        return Page();
    }
}
