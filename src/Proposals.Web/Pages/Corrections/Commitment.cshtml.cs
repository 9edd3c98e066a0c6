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

        [Display(Name = "Field_CommitmentReportedOn")]
        public DateOnly? ReportedOn { get; set; }

        [Display(Name = "Field_CommitmentClearedOn")]
        public DateOnly? ClearedOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public CommitmentId CommitmentId { get; set; }

    [BindProperty]
    public CommitmentInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectCommitment);

    public override bool NeedsEvidence => CaseFile.Replies.Any(reply => reply.Id == Promise.ReplyId && reply.DeliveredOn is not null);

    public bool IsReported => Promise.ReportedOn is not null;

    /// <summary>Where the office does not look, the report is the clearance.</summary>
    public bool IsCleared => Promise.ClearedById is not null;

    public IEnumerable<Person> Staff => CaseFile.People.Values.Where(person => person.Id == Promise.ResponsibleId || (!person.IsDisabled && person.Duties.Includes(Duties.Staff)))
        .OrderBy(person => CaseFile.NameOf(person.DepartmentId), StringComparer.Ordinal).ThenBy(person => person.DisplayName, StringComparer.Ordinal);

    protected override bool Exists => CaseFile.Commitments.Any(promise => promise.Id == CommitmentId);

    protected override bool MayOpen => base.MayOpen && (!NeedsEvidence || Desk.MyDuties.Includes(Duty.OfficeDirector));

    private Commitment Promise => CaseFile.Commitments.First(promise => promise.Id == CommitmentId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new CommitmentInput { Text = Promise.Text, DueOn = Promise.DueOn, DepartmentId = Promise.DepartmentId, PersonId = Promise.ResponsibleId, ReportedOn = Promise.ReportedOn, ClearedOn = Promise.ClearedOn };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectCommitment(CommitmentId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        CommitmentText = Changed(Input.Text, Promise.Text),
        CommitmentDueOn = Changed(Input.DueOn, Promise.DueOn),
        CommitmentDepartment = Changed(Input.DepartmentId, Promise.DepartmentId),
        CommitmentPerson = ChangedPerson(Input.PersonId, Promise.ResponsibleId),
        CommitmentReportedOn = IsReported ? Changed(Input.ReportedOn, Promise.ReportedOn) : null,
        CommitmentClearedOn = IsCleared ? Changed(Input.ClearedOn, Promise.ClearedOn) : null,
    };
}
