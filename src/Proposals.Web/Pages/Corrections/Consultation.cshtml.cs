using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ConsultationPage(ActDesk desk, CorrectionWords words, IStringLocalizer<CorrectionsText> text) : CorrectionPage(desk, words)
{
    public sealed class ConsultationInput
    {
        [Required, Display(Name = "Field_HeldOn")]
        public DateOnly? HeldOn { get; set; }

        [Required, Display(Name = "Field_ContactKind")]
        public ContactKind? Kind { get; set; }

        [StringLength(Lengths.Subject), Display(Name = "Field_Place")]
        public string? Place { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Field_ProposersPoints")]
        public string? ProposersPoints { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Field_OurIdeas")]
        public string? OurIdeas { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Field_Agreed")]
        public string? Agreed { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Field_StillOpen")]
        public string? StillOpen { get; set; }

        public List<Guid> Proposers { get; set; } = [];

        public List<Guid> Staff { get; set; } = [];

        public PaperInput Proofs { get; set; } = new();
    }

    [BindProperty(SupportsGet = true)]
    public ConsultationId ConsultationId { get; set; }

    [BindProperty]
    public ConsultationInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectConsultation);

    public HeldConsultation Held => CaseFile.Consultations.First(held => held.Id == ConsultationId);

    /// <summary>Who was there, and the people of the case.</summary>
    public IEnumerable<Person> NearStaff => Staff.Where(IsNear);

    public IEnumerable<IGrouping<string, Person>> FarStaff => Staff.Where(person => !IsNear(person)).GroupBy(person => CaseFile.NameOf(person.DepartmentId));

    protected override bool Exists => CaseFile.Consultations.Any(held => held.Id == ConsultationId && held.VoidedOn is null);

    private IEnumerable<Person> Staff => CaseFile.People.Values
        .Where(person => (!person.IsDisabled && person.Duties.Includes(Duties.Staff)) || Held.StaffPresent.Exists(presence => presence.PersonId == person.Id))
        .OrderBy(person => person.Duties.Includes(Duties.Leaders)).ThenBy(person => person.DisplayName, StringComparer.Ordinal);

    protected override IEnumerable<PaperInput> Papers() => [Why.Evidence, Input.Proofs];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new ConsultationInput
        {
            HeldOn = Held.HeldOn,
            Kind = Held.Kind,
            Place = Held.Place,
            ProposersPoints = Held.ProposersPoints,
            OurIdeas = Held.OurIdeas,
            Agreed = Held.Agreed,
            StillOpen = Held.StillOpen,
            Proposers = [.. Held.ProposersPresent.Select(presence => presence.ProposerId)],
            Staff = [.. Held.StaffPresent.Select(presence => presence.PersonId)],
        };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectConsultation(ConsultationId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        HeldOn = Changed(Input.HeldOn, Held.HeldOn),
        ContactKind = Changed(Input.Kind, Held.Kind),
        Place = Changed(Input.Place, Held.Place),
        ProposersPoints = Changed(Input.ProposersPoints, Held.ProposersPoints),
        OurIdeas = Changed(Input.OurIdeas, Held.OurIdeas),
        Agreed = Changed(Input.Agreed, Held.Agreed),
        StillOpen = Changed(Input.StillOpen, Held.StillOpen),
        ProposersPresent = Held.ProposersPresent.Select(presence => presence.ProposerId).ToHashSet().SetEquals(Input.Proposers) ? null : Input.Proposers,
        StaffPresent = Held.StaffPresent.Select(presence => presence.PersonId).ToHashSet().SetEquals(Input.Staff) ? null : Input.Staff,
        AddedProofs = Input.Proofs.Stored,
    };

    /// <summary>A count that changed is said at once: the draft may have lost its ground.</summary>
    protected override async Task<string> NoteAsync(CancellationToken cancellationToken)
    {
        var (before, done) = (CaseFile.Case.RoundConsultations, await base.NoteAsync(cancellationToken));
        if (await Desk.FindAsync(Id, cancellationToken) is not { } after || after.Case.RoundConsultations == before)
            return done;
        var required = InForce.Profile.Consultations.RequiredIn(after.Case.Round);
        var lacks = !CaseFacts.ConsultationsEnough(after.Case, InForce.Profile.Consultations);
        return $"{done} {text[lacks ? "Consultation_NowLacking" : "Consultation_NowCounted", after.Case.RoundConsultations, required]}";
    }

    private bool IsNear(Person person) => Held.StaffPresent.Exists(presence => presence.PersonId == person.Id) || Input.Staff.Contains(person.Id)
        || person.Id == CaseFile.Case.HandlerId || person.Id == CaseFile.Case.LeaderId || (CaseFile.Case.DepartmentId is not null && person.DepartmentId == CaseFile.Case.DepartmentId);
}
