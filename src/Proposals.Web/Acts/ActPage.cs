using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Web.Face;

namespace Proposals.Web.Acts;

/// <summary>A page with one act's form beside its case. A subclass has its fields in Input, says which act they make, and fills defaults.</summary>
public abstract partial class ActPage(ActDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public CaseId Id { get; set; }

    [BindProperty]
    public FormSeal Seal { get; set; } = new();

    [BindProperty]
    public OnBehalfInput OnBehalf { get; set; } = new();

    public CaseFile CaseFile { get; private set; } = null!;

    public RefusalNote? Refusal { get; private set; }

    public ActDesk Desk => desk;

    /// <summary>The rules that this case is handled under.</summary>
    public RulesInForce InForce => desk.Rules.Of(CaseFile.Case);

    /// <summary>Code of the act; decides rights, title and button.</summary>
    public abstract string ActCode { get; }

    /// <summary>Where the form is sent: this address without a handler, so that a form shown again after 暂存 does the act and not 暂存 once more.</summary>
    public string FormAddress => Request.PathBase + Request.Path + QueryString.Create(Request.Query.Where(part => part.Key != "handler"));

    /// <summary>False where the form asks for itself who decided and when.</summary>
    public virtual bool AsksOnBehalf => true;

    /// <summary>代录 is offered to the office, and opens by itself when the step lies with somebody else.</summary>
    public virtual bool OffersOnBehalf => desk.MyDuties.Includes(Duties.Office) && Deciders.Any(person => person.Id != desk.Me);

    /// <summary>A page that asks for the day among its own fields; the common block leaves it out.</summary>
    public virtual bool AsksForDayItself => false;

    /// <summary>Who may decide this act on this case.</summary>
    public virtual IReadOnlyList<Person> Deciders => DecidersOf(ActCode);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(isFirst: true, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Asked before anything else: by the act itself its sender may have lost the step, the right, or the sight of the case.
        var done = await desk.DoneUnderAsync(Seal, cancellationToken) is { } earlier && earlier.CaseId == Id ? earlier.Act : null;
        if (await desk.FindAsync(Id, cancellationToken) is not { } file)
            return done is null ? NotFound() : Redirect("/inbox");
        CaseFile = file;
        if (done is not null)
            return await SayDoneAsync(desk.Words.Done(done), cancellationToken);
        if (!Exists)
            return NotFound();
        if (!MayOpen)
            return Forbid();
        await LoadAsync(cancellationToken);
        if (await StorePapersAsync(cancellationToken) is { } badPaper)
            return await RefuseAsync(badPaper, cancellationToken);
        CheckForm();
        if (!ModelState.IsValid || await AsksAgainAsync(cancellationToken))
            return await ShowAsync(isFirst: false, cancellationToken);
        var outcome = await desk.SendAsync(Id, Seal, Lines(), cancellationToken);
        if (outcome.Refusal is { } refusal)
            return await RefuseAsync(refusal, cancellationToken, PartOf(outcome.Line));
        Done = outcome;
        return await SayDoneAsync(outcome.WasRepeated ? desk.Words.Done(ActCode) : await NoteAsync(cancellationToken), cancellationToken);
    }

    private async Task<IActionResult> SayDoneAsync(string note, CancellationToken cancellationToken)
    {
        if (KeepsDraft)
            await desk.Drafts.DeleteAsync(desk.Me, Id, DraftName, cancellationToken);
        this.Say(note);
        return AfterDone();
    }

    /// <summary>Whether this person gets to see the form at all. A page that explains itself to people who may not do its act opens for them too.</summary>
    protected virtual bool MayOpen => desk.MayDo(CaseFile, ActCode);

    /// <summary>Whether the case has what the form is about: the meeting, the reply, the promise that its address names.</summary>
    protected virtual bool Exists => true;

    /// <summary>What became of the act, for the sentence after it.</summary>
    protected ActOutcome? Done { get; private set; }

    /// <summary>True where the form is to be shown once more before anything is done, because it has consequences that were not in sight.</summary>
    protected virtual Task<bool> AsksAgainAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>The act that the form's fields make.</summary>
    protected abstract CaseAct Act();

    protected virtual IReadOnlyList<ActLine> Lines() => [OnBehalf.Line(Act())];

    /// <summary>Papers of the form other than the 代录 original.</summary>
    protected virtual IEnumerable<PaperInput> Papers() => [];

    /// <summary>What the form offers to choose from; asked before it is drawn and before it is sent.</summary>
    protected virtual Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the form itself can see to be wrong, before the act is tried; says so in ModelState.</summary>
    protected virtual void CheckForm()
    {
    }

    /// <summary>Defaults of a fresh form.</summary>
    protected virtual Task FillAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What depends on the form's final values, right before it is drawn.</summary>
    protected virtual Task ReadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The one sentence after the act was done.</summary>
    protected virtual Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult(desk.Words.Done(ActCode));

    protected virtual IActionResult AfterDone() => Redirect($"/cases/{Id}");

    protected IReadOnlyList<Person> DecidersOf(string act) =>
        [.. CaseFile.People.Values.Where(person => ActRights.MayDecide(act, person, CaseFile.Case)).OrderBy(person => person.DisplayName, StringComparer.Ordinal)];

    /// <summary>Besides them, those with whom the promise or the measure lies.</summary>
    protected IReadOnlyList<Person> DecidersOf(string act, Guid? responsible, DepartmentId? department)
    {
        var named = responsible is { } id ? CaseFile.People.GetValueOrDefault(id) : null;
        return [.. DecidersOf(act).Concat(CaseFile.People.Values.Where(person => ActRights.MayBeGiven(act, person) && OwedWork.IsOf(person, named, department)))
            .DistinctBy(person => person.Id).OrderBy(person => person.DisplayName, StringComparer.Ordinal)];
    }

    /// <summary>Which part of a form with several acts a refusal is about, as the form itself calls it.</summary>
    protected virtual string? PartOf(int line) => null;

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancellationToken, string? part = null)
    {
        Refusal = desk.Words.Of(refusal);
        if (part is not null)
            Refusal = Refusal with { What = $"{part}：{Refusal.What}" };
        Seal = FormSeal.Renewed(ModelState);
        return await ShowAsync(isFirst: false, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(bool isFirst, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } file)
            return NotFound();
        CaseFile = file;
        if (!Exists)
            return NotFound();
        if (!MayOpen)
            return Forbid();
        await LoadAsync(cancellationToken);
        if (isFirst || Refusal is not null)
            Seal.Revision = file.Case.Revision;
        if (isFirst)
        {
            OnBehalf.OccurredOn = desk.Today;
            OnBehalf.DeciderId = OwnerOfWaitingStep() is { } owner && owner != desk.Me && OffersOnBehalf ? owner : null;
            await FillAsync(cancellationToken);
            await RestoreDraftAsync(cancellationToken);
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private Guid? OwnerOfWaitingStep() =>
        CaseFile.Waiting.Where(step => StepCatalogue.AsksFor(step.ActivityType, ActCode)).SelectMany(step => step.WorkItems).Where(item => item.State == WorkItemState.Offered).Select(item => item.OwnerId).FirstOrDefault();

    private async Task<Refusal?> StorePapersAsync(CancellationToken cancellationToken)
    {
        foreach (var paper in Papers().Append(OnBehalf.Original))
        {
            foreach (var upload in paper.New)
            {
                var (stored, refusal) = await desk.StoreAsync(Id, upload, cancellationToken);
                if (refusal is not null)
                    return refusal;
                paper.Stored.Add(stored);
            }

            paper.New.Clear();
        }

        return null;
    }
}
