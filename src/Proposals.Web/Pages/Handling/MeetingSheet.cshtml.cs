using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Handling;

/// <summary>会议单代录: what one meeting decided about many cases, entered with one picture, all of it or nothing.</summary>
[Authorize(Policy = Permissions.RegisterCases)]
public sealed class MeetingSheetPage(ActDesk desk, MeetingSheetQuery waiting, ProposalsDbContext db, IStringLocalizer<HandlingText> text) : PageModel
{
    private IReadOnlyDictionary<Guid, int> owners = new Dictionary<Guid, int>();

    /// <summary>Code of the act that was decided.</summary>
    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>Who decided.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? By { get; set; }

    [BindProperty]
    public FormSeal Seal { get; set; } = new();

    [BindProperty]
    public MeetingSheetInput Input { get; set; } = new();

    public RefusalNote? Refusal { get; private set; }

    public string Decision => MeetingSheetQuery.Decisions.Contains(What ?? "") ? What ?? "" : MeetingSheetQuery.Decisions[0];

    public Person? Decider => People.GetValueOrDefault(By ?? default);

    public IReadOnlyList<MeetingSheetRow> Rows { get; private set; } = [];

    /// <summary>What is wrong with a row, by its case.</summary>
    public Dictionary<CaseId, string> Problems { get; } = [];

    public bool HasMore { get; private set; }

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public IReadOnlyDictionary<Guid, Person> People { get; private set; } = new Dictionary<Guid, Person>();

    public ActDesk Desk => desk;

    public bool AsksDecision => Decision is nameof(DecideAllocation) or nameof(ReviewByDeputy) or nameof(SignReply);

    /// <summary>A deputy gives cases to his own departments, the principal to any.</summary>
    public IEnumerable<Department> Choices => Departments.Where(department => Decider?.Duties.HasFlag(Duty.Principal) == true || department.LeaderId == By);

    /// <summary>Who decides such things, and how many wait for him.</summary>
    public IEnumerable<(Person Person, int Count)> Deciders => People.Values.Where(person => !person.IsDisabled && person.Duties.Includes(DutyOf(Decision)))
        .Select(person => (person, owners.GetValueOrDefault(person.Id))).OrderByDescending(known => known.Item2).ThenBy(known => known.person.DisplayName, StringComparer.Ordinal);

    public IEnumerable<Person> Handlers => People.Values.Where(person => !person.IsDisabled && person.DepartmentId == Decider?.DepartmentId && person.Duties.Includes(Duties.Staff))
        .OrderBy(person => person.DisplayName, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input.On = desk.Today;
        Fill([]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var typed = Input.Rows;
        foreach (var upload in Input.Original.New)
        {
            var (stored, refusal) = await desk.StoreAsync(null, upload, cancellationToken);
            if (refusal is not null)
                return Refuse(refusal, typed);
            Input.Original.Stored.Add(stored);
        }

        Input.Original.New.Clear();
        var ticked = typed.Where(row => row.IsDone).ToList();
        if (Check(ticked) is not { } lines)
            return Redraw(typed);
        var request = new SheetRequest(desk.Me, Seal.Key, [.. ticked.Select(input => new CaseLines(input.CaseId, input.Revision, lines.Of(input, Rows.FirstOrDefault(row => row.Case.Id == input.CaseId)?.Allocation)))])
        {
            OriginalId = Input.Original.Stored is [var original, ..] ? original : null,
        };
        var outcome = await desk.SendSheetAsync(request, cancellationToken);
        if (outcome.Refusal is { } stopped)
            return Refuse(stopped, typed);
        this.Say(text["Sheet_Done", request.Cases.Count, text["Sheet_Of_" + Decision].Value]);
        return Redirect(Address(Decision, By));
    }

    public static string Address(string what, Guid? by = null) => $"{ActLinks.MeetingSheet}?what={what}{(by is { } id ? $"&by={id}" : "")}";

    private static Duty DutyOf(string decision) => decision switch
    {
        nameof(SignReply) => Duty.Principal,
        nameof(AcceptAndName) => Duty.DepartmentHead,
        nameof(ReceiveCase) => Duties.Office,
        _ => Duties.Leaders,
    };

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        People = await db.Users.AsNoTracking().ToDictionaryAsync(person => person.Id, cancellationToken);
        Departments = await db.Departments.AsNoTracking().OrderBy(department => department.IsOffice).ThenBy(department => department.Position).ThenBy(department => department.Id).ToListAsync(cancellationToken);
        owners = await waiting.OwnersAsync(Decision, cancellationToken);
        if (!Deciders.Any(known => known.Person.Id == By))
            By = Decision == nameof(ReceiveCase) ? desk.Me : Deciders.Select(known => (Guid?)known.Person.Id).FirstOrDefault();
        if (Decider is not { } decider)
            return;
        var rows = await waiting.ListAsync(User.Visibility(), Decision, decider, cancellationToken);
        HasMore = rows.Count > MeetingSheetQuery.MostRows;
        Rows = [.. rows.Take(MeetingSheetQuery.MostRows)];
    }

    /// <summary>Null where something is to be mended first. A ticked case that no longer waits is tried all the same, so that its refusal names it.</summary>
    private MeetingSheetLines? Check(List<MeetingRowInput> ticked)
    {
        if (Decider is not { } decider || Input.On is not { } on)
        {
            Refusal = new RefusalNote(text["Sheet_NeedsDay"]);
            return null;
        }

        if (ticked.Count == 0)
        {
            Refusal = new RefusalNote(text["Sheet_NeedsOne"]);
            return null;
        }

        var lines = new MeetingSheetLines(Decision, decider, on, [.. Choices], People, text);
        foreach (var input in ticked)
            if (lines.Problem(input) is { } problem)
                Problems[input.CaseId] = problem;
        if (Problems.Count == 0)
            return lines;
        Refusal = new RefusalNote(text["Sheet_SomeWrong", Problems.Count]);
        return null;
    }

    private PageResult Refuse(Refusal refusal, List<MeetingRowInput> typed)
    {
        Refusal = desk.Words.Of(refusal);
        return Redraw(typed);
    }

    /// <summary>Shows the cases as they wait now, with what was typed about them; sending again is a new attempt.</summary>
    private PageResult Redraw(List<MeetingRowInput> typed)
    {
        ModelState.Clear();
        Seal = new FormSeal();
        Fill(typed);
        return Page();
    }

    private void Fill(List<MeetingRowInput> typed) => Input.Rows = [.. Rows.Select(row =>
    {
        var input = typed.Find(known => known.CaseId == row.Case.Id) ?? new MeetingRowInput { CaseId = row.Case.Id, DepartmentId = row.Allocation?.DepartmentId, HandlerId = row.Allocation?.SuggestedHandlerId };
        input.Revision = row.Case.Revision;
        return input;
    })];
}
