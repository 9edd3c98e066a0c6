using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class CommitmentPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class CommitmentInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Field_CommitmentText")]
        public string? Text { get; set; }

        [Required, Display(Name = "Field_CommitmentDueOn")]
        public DateOnly? DueOn { get; set; }

        [Display(Name = "Field_CommitmentDepartment")]
        public DepartmentId? DepartmentId { get; set; }

        [Display(Name = "Field_CommitmentPerson")]
        public Guid? PersonId { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public CommitmentId CommitmentId { get; set; }

    [BindProperty]
    public CommitmentInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectCommitment);

    public IEnumerable<Person> Staff => CaseFile.People.Values.Where(person => person.Id == Promise.ResponsibleId || (!person.IsDisabled && person.Duties.Includes(Duties.Staff)))
        .OrderBy(person => CaseFile.NameOf(person.DepartmentId), StringComparer.Ordinal).ThenBy(person => person.DisplayName, StringComparer.Ordinal);

    protected override bool Exists => CaseFile.Commitments.Any(promise => promise.Id == CommitmentId);

    private Commitment Promise => CaseFile.Commitments.First(promise => promise.Id == CommitmentId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new CommitmentInput { Text = Promise.Text, DueOn = Promise.DueOn, DepartmentId = Promise.DepartmentId, PersonId = Promise.ResponsibleId };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectCommitment(CommitmentId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        CommitmentText = Changed(Input.Text, Promise.Text),
        CommitmentDueOn = Changed(Input.DueOn, Promise.DueOn),
        CommitmentDepartment = Changed(Input.DepartmentId, Promise.DepartmentId),
        CommitmentPerson = ChangedPerson(Input.PersonId, Promise.ResponsibleId),
    };
}
