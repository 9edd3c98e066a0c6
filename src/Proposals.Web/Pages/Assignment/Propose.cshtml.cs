using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>拟办, alone or with what the leader and the head have decided on the same paper slip.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ProposePage(ActDesk desk, ProposalsDbContext db, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    [BindProperty]
    public ProposeInput Input { get; set; } = new();

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    /// <summary>The department that the remits point to.</summary>
    public DepartmentId? Guess { get; private set; }

    public override string ActCode => nameof(ProposeAllocation);

    /// <summary>The page's own block enters the paper slip; two blocks of the same name would be one too many.</summary>
    public override bool OffersOnBehalf => false;

    public override bool AsksForDayItself => true;

    public IEnumerable<Person> Handlers(Department department) => CaseFile.People.Values
        .Where(person => !person.IsDisabled && person.DepartmentId == department.Id && person.Duties.Includes(Duty.Handler))
        .OrderByDescending(person => person.Id == department.DefaultHandlerId).ThenBy(person => person.DisplayName, StringComparer.Ordinal);

    /// <summary>建议由旅游科办理，请方晓岚同志审定。 Written for the file, so in the office's language.</summary>
    public static string OpinionFor(string department, string leader) => $"建议由{department}办理，请{leader}同志审定。";

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Departments = await db.Departments.AsNoTracking().OrderBy(department => department.IsOffice).ThenBy(department => department.Position).ThenBy(department => department.Id).ToListAsync(cancellationToken);
        Guess = DepartmentGuess.Of(CaseFile.Case, Departments);
        if (Request.Method == HttpMethods.Post && Input.HandlerId is { } handler && Chosen is { } chosen && !Handlers(chosen).Any(person => person.Id == handler))
            ModelState.AddModelError("Input.HandlerId", text["Propose_HandlerElsewhere", CaseFile.NameOf(handler), chosen.Name]);
        if (Request.Method == HttpMethods.Post && Input is { OnPaper: true, NamesHandler: true } && Chosen is { } named && HandlerOf(named) is null)
            ModelState.AddModelError("Input.HandlerId", text["Propose_HandlerMissing"]);
    }

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.DepartmentId = CaseFile.Allocations.Any() ? null : Guess;
        Input.DecidedOn = Desk.Today;
        return Task.CompletedTask;
    }

    protected override CaseAct Act()
    {
        var department = Chosen;
        var opinion = Input.Opinion?.Trim() ?? "";
        return new ProposeAllocation(Input.DepartmentId ?? default)
        {
            SuggestedHandlerId = Input.HandlerId,
            Opinion = opinion.Length > 0 || department is null ? opinion : OpinionFor(department.Name, CaseFile.NameOf(department.LeaderId)),
        };
    }

    protected override IReadOnlyList<ActLine> Lines()
    {
        var proposed = OnBehalf.Line(Act());
        if (!Input.OnPaper || Chosen is not { } department)
            return [proposed];
        var decided = proposed with { Act = new DecideAllocation(Agrees: true), DecidedById = department.LeaderId, OccurredOn = Input.DecidedOn };
        return Input.NamesHandler && HandlerOf(department) is { } handler
            ? [proposed, decided, decided with { Act = new AcceptAndName(handler), DecidedById = department.HeadId }]
            : [proposed, decided];
    }

    protected override Task<string> NoteAsync(CancellationToken cancellationToken)
    {
        if (Chosen is not { } department)
            return base.NoteAsync(cancellationToken);
        string note = !Input.OnPaper ? text["Propose_Done", CaseFile.NameOf(department.LeaderId), department.Name]
            : Input.NamesHandler ? text["Propose_DoneAll", department.Name, CaseFile.NameOf(HandlerOf(department))]
            : text["Propose_DoneDecided", department.Name, CaseFile.NameOf(department.HeadId)];
        return Task.FromResult(note);
    }

    private Department? Chosen => Departments.FirstOrDefault(department => department.Id == Input.DepartmentId);

    private Guid? HandlerOf(Department department) => Input.HandlerId ?? department.DefaultHandlerId;
}
