using Microsoft.AspNetCore.Mvc.ModelBinding;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Web.Accounts;

namespace Proposals.Web.Acts;

/// <summary>What every page about a case needs: the file as this person may see it, the office's rules, and the way an act is sent.</summary>
public sealed class ActDesk(CaseActs acts, CaseFileQuery files, FileCabinet cabinet, FormDrafts drafts, OfficeRules rules, TimeProvider clock, RefusalWords words, IHttpContextAccessor http)
{
    public OfficeRules Rules => rules;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => OfficeClock.Day(Now);

    public Guid Me => User.PersonId();

    public Duty MyDuties => User.Duties();

    public RefusalWords Words => words;

    public FormDrafts Drafts => drafts;

    private System.Security.Claims.ClaimsPrincipal User => http.HttpContext?.User ?? throw new InvalidOperationException("A page is asked outside a request.");

    public Task<CaseFile?> FindAsync(CaseId id, CancellationToken cancellationToken) => files.FindAsync(User.Visibility(), id, cancellationToken);

    public Task<ActOutcome> SendAsync(CaseId? id, FormSeal seal, IReadOnlyList<ActLine> lines, CancellationToken cancellationToken) =>
        acts.RunAsync(id, new ActRequest(Me, seal.Key, seal.Revision, lines), Now, cancellationToken);

    /// <summary>What this very form has done already: its answer got lost, or it was sent once more.</summary>
    public Task<(CaseId CaseId, string Act)?> DoneUnderAsync(FormSeal seal, CancellationToken cancellationToken) => acts.DoneUnderAsync(Me, seal.Key, cancellationToken);

    /// <summary>One sheet that decided many cases.</summary>
    public Task<SheetOutcome> SendSheetAsync(SheetRequest request, CancellationToken cancellationToken) => acts.RunSheetAsync(request, Now, cancellationToken);

    /// <summary>What the act would move; nothing of it is done.</summary>
    public Task<ActOutcome> PreviewAsync(CaseId id, FormSeal seal, IReadOnlyList<ActLine> lines, CancellationToken cancellationToken) =>
        acts.PreviewAsync(id, new ActRequest(Me, seal.Key, seal.Revision, lines), Now, cancellationToken);

    /// <summary>Whether this person may decide the act himself; nobody enters it for another.</summary>
    public bool MayDecide(CaseFile file, string act) => file.People.TryGetValue(Me, out var me) && ActRights.MayDecide(act, me, file.Case);

    /// <summary>Stores one upload; larger ones than allowed are refused before they are read whole.</summary>
    public async Task<(FileId Id, Refusal? Refusal)> StoreAsync(CaseId? id, IFormFile upload, CancellationToken cancellationToken)
    {
        if (upload.Length > StoredFile.MaximumBytes)
            return (default, FileCabinet.TooLarge(upload.FileName));
        using var memory = new MemoryStream();
        await upload.CopyToAsync(memory, cancellationToken);
        return await cabinet.StoreAsync(id, upload.FileName, memory.ToArray(), Me, Now, cancellationToken);
    }

    /// <summary>Whether this person may do the act on this case, by himself or as the office entering for others; pages offer only what would not be refused for rights.</summary>
    public bool MayDo(CaseFile file, string act) =>
        MyDuties.Includes(Duties.Office)
        || (file.People.TryGetValue(Me, out var me) && (ActRights.MayDecide(act, me, file.Case) || OwnsStep(file, act)));

    /// <summary>Whether a promise or a measure lies with this person, or with the department he heads.</summary>
    public bool Owes(CaseFile file, Guid? responsible, DepartmentId? department) =>
        file.People.TryGetValue(Me, out var me) && OwedWork.IsOf(me, responsible is { } id ? file.People.GetValueOrDefault(id) : null, department);

    private bool OwnsStep(CaseFile file, string act) =>
        file.Waiting.Any(step => StepCatalogue.AsksFor(step.ActivityType, act) && step.WorkItems.Exists(item => item.OwnerId == Me && item.State == WorkItemState.Offered));
}

/// <summary>Hidden in every act's form: which drawing of the case it was made from, and that it is this form and no other.</summary>
public sealed class FormSeal
{
    public Guid Key { get; set; } = Guid.NewGuid();

    public int Revision { get; set; }

    /// <summary>After a refusal: what was typed stays, and sending again is a new attempt on the present case.</summary>
    public static FormSeal Renewed(ModelStateDictionary form, int revision = 0)
    {
        form.Remove($"{nameof(ActPage.Seal)}.{nameof(Key)}");
        form.Remove($"{nameof(ActPage.Seal)}.{nameof(Revision)}");
        return new FormSeal { Revision = revision };
    }
}
