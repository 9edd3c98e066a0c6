using System.ComponentModel.DataAnnotations;
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

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class AcceptPage(ActDesk desk, ProposalsDbContext db, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class AcceptInput
    {
        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Accept_Handler")]
        public Guid? HandlerId { get; set; }
    }

    /// <summary>One who may handle it, and how much lies with him already.</summary>
    public sealed record Candidate(Person Person, int Open, bool IsSuggested);

    [BindProperty]
    public AcceptInput Input { get; set; } = new();

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public InternalAllocation? Allocation => CaseFile.Allocations.LastOrDefault(allocation => allocation.Decision == AllocationDecision.Approved);

    public override string ActCode => nameof(AcceptAndName);

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var people = CaseFile.People.Values.Where(person => !person.IsDisabled && person.DepartmentId is not null && person.DepartmentId == CaseFile.Case.DepartmentId && person.Duties.Includes(Duty.Handler)).ToList();
        var ids = people.ConvertAll(person => (Guid?)person.Id);
        var open = await db.Cases.AsNoTracking().Where(subject => subject.ClosedOn == null && subject.Ending == null && ids.Contains(subject.HandlerId))
            .GroupBy(subject => subject.HandlerId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        Candidates = [.. people.Select(person => new Candidate(person, open.Find(row => row.Key == person.Id)?.Count ?? 0, person.Id == Allocation?.SuggestedHandlerId))
            .OrderByDescending(candidate => candidate.IsSuggested).ThenBy(candidate => candidate.Open).ThenBy(candidate => candidate.Person.DisplayName, StringComparer.Ordinal)];
    }

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.HandlerId = Candidates.FirstOrDefault(candidate => candidate.IsSuggested)?.Person.Id;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new AcceptAndName(Input.HandlerId ?? default);

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string>(text["Accept_Done", CaseFile.NameOf(Input.HandlerId)]);
}
