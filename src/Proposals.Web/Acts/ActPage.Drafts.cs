using Microsoft.AspNetCore.Mvc;
using Proposals.Deadlines;

namespace Proposals.Web.Acts;

/// <summary>暂存: long forms save themselves while they are typed, and come back as they were left.</summary>
public abstract partial class ActPage
{
    /// <summary>When the draft that this form was filled from was saved.</summary>
    public DateTimeOffset? RestoredFrom { get; private set; }

    /// <summary>Long forms say yes; a form of one date would only carry a button too many.</summary>
    public virtual bool KeepsDraft => false;

    /// <summary>Tells apart forms of the same act on the same case.</summary>
    protected virtual string DraftName => ActCode;

    /// <summary>The script's way: answers with the line that says when.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellationToken)
    {
        if (await DeniedAsync(cancellationToken) is { } denied)
            return denied;
        var isKept = await SaveDraftAsync(cancellationToken);
        return Partial("_DraftState", isKept ? desk.Now : (DateTimeOffset?)null);
    }

    /// <summary>The button's way: saves, takes uploads in, and shows the same form again.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        if (await DeniedAsync(cancellationToken) is { } denied)
            return denied;
        SavedAt = await SaveDraftAsync(cancellationToken) ? desk.Now : null;
        return await RedrawAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        if (await DeniedAsync(cancellationToken) is { } denied)
            return denied;
        await desk.Drafts.DeleteAsync(desk.Me, Id, DraftName, cancellationToken);
        return Redirect(Request.Path);
    }

    /// <summary>Set while the form is shown again after 暂存.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Shows the form as it was sent, without trying the act and without complaints.</summary>
    protected async Task<IActionResult> RedrawAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } file)
            return NotFound();
        CaseFile = file;
        if (!MayOpen)
            return Forbid();
        if (await StorePapersAsync(cancellationToken) is { } badPaper)
            return await RefuseAsync(badPaper, cancellationToken);
        ModelState.Clear();
        return await ShowAsync(isFirst: false, cancellationToken);
    }

    private async Task<IActionResult?> DeniedAsync(CancellationToken cancellationToken)
    {
        if (!KeepsDraft || await desk.FindAsync(Id, cancellationToken) is not { } file)
            return NotFound();
        CaseFile = file;
        return MayOpen ? null : Forbid();
    }

    private async Task<bool> SaveDraftAsync(CancellationToken cancellationToken) =>
        await desk.Drafts.SaveAsync(desk.Me, Id, DraftName, DraftField.Of(await Request.ReadFormAsync(cancellationToken)), desk.Now, cancellationToken);

    private async Task RestoreDraftAsync(CancellationToken cancellationToken)
    {
        if (!KeepsDraft || await desk.Drafts.FindAsync(desk.Me, Id, DraftName, cancellationToken) is not { } saved)
            return;
        // "Today" of the day it was typed must not become the day of the act.
        var values = DraftField.AsValues(DraftField.Moved(saved.Fields, OfficeClock.Day(saved.SavedAt), desk.Today));
        foreach (var input in DraftField.InputsOf(this))
            if (input.GetValue(this) is { } value)
                await TryUpdateModelAsync(value, input.PropertyType, input.Name, values, _ => true);

        // Half-typed fields are no mistakes yet.
        ModelState.Clear();
        RestoredFrom = saved.SavedAt;
    }
}
