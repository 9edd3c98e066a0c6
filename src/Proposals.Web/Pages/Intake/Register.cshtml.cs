using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Intake;

/// <summary>登记办件, with 签收 in the same go: what the clerk does with every slip that comes in.</summary>
[Authorize(Policy = Permissions.RegisterCases)]
public sealed class RegisterPage(ActDesk desk, ProposalsDbContext db, KindWords kinds, IStringLocalizer<IntakeText> text) : PageModel
{
    private (int Term, int Session)? lastSession;

    [BindProperty]
    public FormSeal Seal { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public RegisterInput Input { get; set; } = new();

    public RefusalNote? Refusal { get; private set; }

    public RegisterPreview? Preview { get; private set; }

    /// <summary>The kind was changed, and the body still is the one of the other kind.</summary>
    public bool SwapsBody { get; private set; }

    public bool OpensMore { get; private set; }

    public IReadOnlyList<string> Bodies { get; private set; } = [];

    /// <summary>Units named before, offered while typing.</summary>
    public IReadOnlyList<string> Units { get; private set; } = [];

    public IReadOnlyList<Person> Leaders { get; private set; } = [];

    public DateOnly Today => desk.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var kind = await RegisterDefaults.LastKindAsync(db, cancellationToken);
        Input = new RegisterInput { Kind = kind, AssigningBody = RegisterDefaults.BodyOf(kind), AssignedOn = desk.Today, AlsoReceive = true, ReceivedOn = desk.Today };
        return await ShowAsync(cancellationToken);
    }

    /// <summary>The line under the date, drawn anew while the form is filled in.</summary>
    public async Task<IActionResult> OnGetPreviewAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Input.Kind is { } kind && RegisterDefaults.BodyOf(kind) is var usual && Enum.GetValues<ItemKind>().Any(other => RegisterDefaults.BodyOf(other) != usual && RegisterDefaults.BodyOf(other) == Input.AssigningBody))
        {
            Input.AssigningBody = usual;
            SwapsBody = true;
        }

        await ShowAsync(cancellationToken);
        return Partial("_RegisterPreview", this);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await desk.DoneUnderAsync(Seal, cancellationToken) is { Act: nameof(RegisterCase) } earlier)
            return DoneWith(earlier.CaseId);
        if (await StorePapersAsync(cancellationToken) is { } badPaper)
            return await RefuseAsync(badPaper, cancellationToken);
        lastSession = await RegisterDefaults.LastSessionAsync(db, Input, cancellationToken);
        if (lastSession is null && Input.TermNumber is null)
            ModelState.AddModelError("Input.TermNumber", text["Register_SessionUnknown"]);
        if (lastSession is null && Input.SessionNumber is null)
            ModelState.AddModelError("Input.SessionNumber", text["Register_SessionUnknown"]);
        if (!ModelState.IsValid || Input.AssignedOn is not { } assignedOn)
            return await ShowAsync(cancellationToken);
        List<ActLine> lines = [new ActLine(RegisterDefaults.Read(Input, assignedOn, lastSession))];
        if (Input.AlsoReceive)
            lines.Add(new ActLine(new ReceiveCase()) { OccurredOn = Input.ReceivedOn });
        var outcome = await desk.SendAsync(null, Seal, lines, cancellationToken);
        if (outcome.Refusal is { } refusal)
            return await RefuseAsync(refusal, cancellationToken);
        return DoneWith(outcome.CaseId);
    }

    private RedirectResult DoneWith(CaseId id)
    {
        this.Say(text[Input.AlsoReceive ? "Register_DoneBoth" : "Register_Done", kinds.Kind(Input.Kind ?? default), Input.CaseNumber ?? ""]);
        return Redirect(ActLinks.Case(id));
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        Refusal = desk.Words.Of(refusal);
        Seal = FormSeal.Renewed(ModelState);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        lastSession ??= await RegisterDefaults.LastSessionAsync(db, Input, cancellationToken);
        Preview = RegisterDefaults.Preview(Input, lastSession, desk.Rules);
        Bodies = await RegisterDefaults.BodiesAsync(db, cancellationToken);
        Units = await RegisterDefaults.UnitsAsync(db, cancellationToken);
        Leaders = [.. (await db.Users.AsNoTracking().Where(person => !person.IsDisabled).ToListAsync(cancellationToken))
            .Where(person => person.Duties.Includes(Duties.Leaders)).OrderByDescending(person => person.Duties)];
        OpensMore = Input.HasMore || lastSession is null;
        return Page();
    }

    private async Task<Refusal?> StorePapersAsync(CancellationToken cancellationToken)
    {
        foreach (var upload in Input.Attachments.New)
        {
            var (stored, refusal) = await desk.StoreAsync(null, upload, cancellationToken);
            if (refusal is not null)
                return refusal;
            Input.Attachments.Stored.Add(stored);
        }

        Input.Attachments.New.Clear();
        return null;
    }
}
