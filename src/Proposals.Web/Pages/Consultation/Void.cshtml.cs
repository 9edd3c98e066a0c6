using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Consultation;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class VoidPage(ActDesk desk, IStringLocalizer<ConsultationText> text) : ActPage(desk)
{
    public sealed class VoidInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Void_Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public ConsultationId ConsultationId { get; set; }

    [BindProperty]
    public VoidInput Input { get; set; } = new();

    public HeldConsultation? Held => CaseFile.Consultations.FirstOrDefault(held => held.Id == ConsultationId);

    public IEnumerable<string> ProposersPresent =>
        CaseFile.Case.Proposers.Where(proposer => Held?.ProposersPresent.Exists(presence => presence.ProposerId == proposer.Id) == true).Select(proposer => proposer.Name);

    public IEnumerable<string> StaffPresent => Held?.StaffPresent.Select(presence => CaseFile.NameOf(presence.PersonId)) ?? [];

    public override string ActCode => nameof(VoidConsultation);

    /// <summary>Crossing out happens here and now; there is no paper of it.</summary>
    public override bool OffersOnBehalf => false;

    public override bool AsksForDayItself => true;

    protected override CaseAct Act() => new VoidConsultation(ConsultationId, Input.Reason?.Trim() ?? "");

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        if (Held is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    protected override async Task<string> NoteAsync(CancellationToken cancellationToken)
    {
        var after = await Desk.FindAsync(Id, cancellationToken);
        return text["Void_Done", Held?.Number ?? 0, after?.Case.RoundConsultations ?? 0];
    }
}
