using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Assignment;

/// <summary>工作交接: everything that lies with a person goes to others by one confirmation, one act a case, all or none.</summary>
[Authorize(Policy = Permissions.HandOverWork)]
public sealed class HandoverPage(HandoverQuery work, CaseActs acts, ProposalsDbContext db, RefusalWords words, TimeProvider clock, IStringLocalizer<AssignmentText> text) : PageModel
{
    public sealed class HandoverInput
    {
        /// <summary>The same form sent twice hands over once.</summary>
        public Guid Key { get; set; } = Guid.NewGuid();

        /// <summary>Who takes over wherever a row says nothing else.</summary>
        [Display(Name = "Handover_ToAll")]
        public string? Successor { get; set; }

        [Required, Display(Name = "Handover_On")]
        public DateOnly? OccurredOn { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Handover_Reason")]
        public string? Reason { get; set; }

        public List<RowInput> Rows { get; set; } = [];
    }

    public sealed class RowInput
    {
        public Guid CaseId { get; set; }

        public int Revision { get; set; }

        public string? Successor { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty]
    public HandoverInput Input { get; set; } = new();

    public DateOnly Today { get; } = OfficeClock.Day(clock.GetUtcNow());

    public IReadOnlyList<Person> People { get; private set; } = [];

    public Person? Leaver => People.FirstOrDefault(known => known.Id == Person);

    public IReadOnlyList<HandoverRow> Rows { get; private set; } = [];

    public RefusalNote? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Person is not null && Leaver is null)
            return NotFound();
        Input = new HandoverInput { OccurredOn = Today, Rows = [.. Rows.Select(row => new RowInput { CaseId = row.Case.Id.Value, Revision = row.Case.Revision })] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Leaver is not { } leaver)
            return NotFound();
        var sent = Input.Rows.Where(row => Rows.Any(known => known.Case.Id.Value == row.CaseId)).ToList();
        if (sent.Exists(row => string.IsNullOrEmpty(row.Successor)) && string.IsNullOrEmpty(Input.Successor))
            ModelState.AddModelError("Input.Successor", text["Handover_Choose"]);
        if (!ModelState.IsValid || sent.Count == 0)
            return Again(null);
        var outcome = await acts.RunSheetAsync(new SheetRequest(User.PersonId(), Input.Key, [.. sent.Select(row => Transferring(leaver, row))]), clock.GetUtcNow(), cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            await LoadAsync(cancellationToken);
            return Again(words.Of(refusal));
        }

        this.Say(text["Handover_Done", leaver.DisplayName, sent.Count]);
        return Redirect($"/people/handover?person={leaver.Id}");
    }

    /// <summary>Who could take this row over.</summary>
    public IReadOnlyList<Person> Candidates(HandoverRow row) => [.. Staff.Where(person => row.MayGoTo(person, Person ?? default))];

    /// <summary>Who could take over any of it.</summary>
    public IReadOnlyList<Person> AnyCandidates => [.. Staff.Where(person => Rows.Any(row => row.MayGoTo(person, Person ?? default)))];

    public IReadOnlyList<Person> Staff { get; private set; } = [];

    private CaseLines Transferring(Person leaver, RowInput row) => new(new CaseId(row.CaseId), row.Revision,
        new ActLine(new TransferCase(leaver.Id, Successors.Read(string.IsNullOrEmpty(row.Successor) ? Input.Successor : row.Successor), Input.Reason ?? "")) { OccurredOn = Input.OccurredOn });

    /// <summary>What was chosen stays; sending again is a new attempt on the cases as they are now.</summary>
    private PageResult Again(RefusalNote? refusal)
    {
        Refusal = refusal;
        Input.Key = Guid.NewGuid();
        ModelState.Remove("Input.Key");
        var chosen = Input.Rows;
        Input.Rows = [.. Rows.Select(row => new RowInput { CaseId = row.Case.Id.Value, Revision = row.Case.Revision, Successor = chosen.Find(known => known.CaseId == row.Case.Id.Value)?.Successor })];
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.Rows", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        return Page();
    }

    /// <summary>A department's head disposes of his own people; the office's director of all.</summary>
    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var me = User.Visibility();
        Staff = [.. (await db.Users.AsNoTracking().Where(person => !person.IsDisabled && (person.Duties & Duties.Staff) != Duty.None).ToListAsync(cancellationToken)).OrderBy(person => person.DisplayName, StringComparer.Ordinal)];
        People = me.Duties.Includes(Duty.OfficeDirector) ? Staff : [.. Staff.Where(person => person.DepartmentId is not null && person.DepartmentId == me.DepartmentId)];
        Rows = Leaver is { } leaver ? await work.OfAsync(me, leaver.Id, cancellationToken) : [];
    }
}
