using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class RegistrationPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class RegistrationInput
    {
        [Required, Display(Name = "Field_Kind")]
        public ItemKind? Kind { get; set; }

        [Required, Display(Name = "Field_Level")]
        public AdministrativeLevel? Level { get; set; }

        [Required, Range(0, 99), Display(Name = "Field_TermNumber")]
        public int? TermNumber { get; set; }

        [Required, Range(0, 99), Display(Name = "Field_SessionNumber")]
        public int? SessionNumber { get; set; }

        [Required, Display(Name = "Field_IsInterSession")]
        public bool? IsInterSession { get; set; }

        [Required, StringLength(Lengths.Name), Display(Name = "Field_CaseNumber")]
        public string? CaseNumber { get; set; }

        [Required, StringLength(Lengths.Subject), Display(Name = "Field_Subject")]
        public string? Subject { get; set; }

        [Required, StringLength(Lengths.Name), Display(Name = "Field_AssigningBody")]
        public string? AssigningBody { get; set; }

        [Required, Display(Name = "Field_AssignedOn")]
        public DateOnly? AssignedOn { get; set; }

        [Display(Name = "Field_OurRole")]
        public OurRole? Role { get; set; }

        [Required, Range(OfficeYears.First, OfficeYears.Last), Display(Name = "Field_HandlingYear")]
        public int? HandlingYear { get; set; }

        [Display(Name = "Field_KeyLevel")]
        public KeyLevel? KeyLevel { get; set; }

        [Display(Name = "Field_LedById")]
        public Guid? LedById { get; set; }

        [StringLength(Lengths.Name), Display(Name = "Field_SupervisedBy")]
        public string? SupervisedBy { get; set; }

        [StringLength(Lengths.LongText), Display(Name = "Field_Content")]
        public string? Content { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Field_AssignmentOpinion")]
        public string? AssignmentOpinion { get; set; }
    }

    [BindProperty]
    public RegistrationInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectRegistration);

    /// <summary>独办 and 分办 can be taken for each other; the others come with other units.</summary>
    public bool MayChangeRole => CaseFile.Case.OurRole is OurRole.SoleOrganizer or OurRole.SplitHandling;

    public IEnumerable<Person> Leaders =>
        CaseFile.People.Values.Where(person => !person.IsDisabled && person.Duties.Includes(Duties.Leaders)).OrderByDescending(person => person.Duties);

    /// <summary>Whether it is a key item is no correction but the director's decision; null for whoever may not take it.</summary>
    public string? KeyActHref
    {
        get
        {
            var act = CaseFile.Case.IsKey ? nameof(UnmarkKeyItem) : nameof(MarkKeyItem);
            return CaseFile.Case.ClosedOn is null && StandingActs.Allow(act, CaseFile.Case) && Desk.MayDecide(CaseFile, act) ? ActLinks.To(Id, act) : null;
        }
    }

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        var subject = CaseFile.Case;
        Input = new RegistrationInput
        {
            Kind = subject.Kind,
            Level = subject.Level,
            TermNumber = subject.TermNumber,
            SessionNumber = subject.SessionNumber,
            IsInterSession = subject.IsInterSession,
            CaseNumber = subject.CaseNumber,
            Subject = subject.Subject,
            AssigningBody = subject.AssigningBody,
            AssignedOn = subject.AssignedOn,
            Role = subject.OurRole,
            HandlingYear = subject.HandlingYear,
            KeyLevel = subject.KeyLevel,
            LedById = subject.LedById,
            SupervisedBy = subject.SupervisedBy,
            Content = subject.Content,
            AssignmentOpinion = subject.AssignmentOpinion,
        };
        return Task.CompletedTask;
    }

    protected override CaseAct Act()
    {
        var subject = CaseFile.Case;
        return new CorrectRegistration(Reason)
        {
            EvidenceId = Why.EvidenceId,
            Kind = Changed(Input.Kind, subject.Kind),
            Level = Changed(Input.Level, subject.Level),
            TermNumber = Changed(Input.TermNumber, subject.TermNumber),
            SessionNumber = Changed(Input.SessionNumber, subject.SessionNumber),
            IsInterSession = Changed(Input.IsInterSession, subject.IsInterSession),
            CaseNumber = Changed(Input.CaseNumber, subject.CaseNumber),
            Subject = Changed(Input.Subject, subject.Subject),
            AssigningBody = Changed(Input.AssigningBody, subject.AssigningBody),
            AssignedOn = Changed(Input.AssignedOn, subject.AssignedOn),
            OurRole = Changed(Input.Role, subject.OurRole),
            HandlingYear = Changed(Input.HandlingYear, subject.HandlingYear),
            KeyLevel = subject.IsKey ? Changed(Input.KeyLevel, subject.KeyLevel) : null,
            LedById = subject.IsKey ? ChangedPerson(Input.LedById, subject.LedById) : null,
            SupervisedBy = subject.IsKey ? Changed(Input.SupervisedBy, subject.SupervisedBy) : null,
            Content = Changed(Input.Content, subject.Content),
            AssignmentOpinion = Changed(Input.AssignmentOpinion, subject.AssignmentOpinion),
        };
    }
}
