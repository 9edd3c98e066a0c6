using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Intake;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Pages.Intake;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ProposersPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class ProposersInput
    {
        public List<ProposerInput> Known { get; set; } = [];

        /// <summary>One a line, as at registration.</summary>
        [StringLength(Lengths.LongText), Display(Name = "Proposers_Added")]
        public string? Added { get; set; }
    }

    public sealed class ProposerInput
    {
        public Guid Id { get; set; }

        [Required, StringLength(Lengths.Name), Display(Name = "Field_ProposerName")]
        public string? Name { get; set; }

        [Display(Name = "Field_ProposerRole")]
        public ProposerRole Role { get; set; }

        [StringLength(Lengths.Name), Display(Name = "Field_ProposerGroup")]
        public string? Group { get; set; }

        [StringLength(Lengths.Subject), Display(Name = "Field_ProposerWorkUnit")]
        public string? WorkUnit { get; set; }

        [StringLength(Lengths.Phone), Display(Name = "Field_ProposerPhone")]
        public string? Phone { get; set; }

        [StringLength(Lengths.Name), Display(Name = "Field_ProposerContact")]
        public string? ContactPerson { get; set; }

        /// <summary>Does not belong to this case.</summary>
        public bool IsRemoved { get; set; }
    }

    [BindProperty]
    public ProposersInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectProposers);

    /// <summary>Nobody who was met or has the reply is offered to be struck out.</summary>
    public bool MayRemove(Guid id) =>
        !CaseFile.Consultations.Any(held => held.ProposersPresent.Exists(presence => presence.ProposerId == id))
        && !CaseFile.Replies.Any(reply => reply.Deliveries.Exists(delivery => delivery.ProposerId == id))
        && !CaseFile.Forms.Any(form => form.ProposerId == id);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Known = [.. CaseFile.Case.Proposers.Select(proposer => new ProposerInput
        {
            Id = proposer.Id,
            Name = proposer.Name,
            Role = proposer.Role,
            Group = proposer.Group,
            WorkUnit = proposer.WorkUnit,
            Phone = proposer.Phone,
            ContactPerson = proposer.ContactPerson,
        })];
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectProposers(Reason)
    {
        EvidenceId = Why.EvidenceId,
        Removed = [.. Input.Known.Where(known => known.IsRemoved).Select(known => known.Id)],
        Changes = [.. Input.Known.Where(known => !known.IsRemoved).Select(Change).OfType<ProposerChange>()],
        Added = [.. ProposerLines.Read(Input.Added)],
    };

    private ProposerChange? Change(ProposerInput typed)
    {
        if (CaseFile.Case.Proposers.Find(known => known.Id == typed.Id) is not { } present)
            return new ProposerChange(typed.Id);
        var change = new ProposerChange(typed.Id)
        {
            Name = Changed(typed.Name, present.Name),
            Role = Changed<ProposerRole>(typed.Role, present.Role),
            Group = Changed(typed.Group, present.Group),
            WorkUnit = Changed(typed.WorkUnit, present.WorkUnit),
            Phone = Changed(typed.Phone, present.Phone),
            ContactPerson = Changed(typed.ContactPerson, present.ContactPerson),
        };
        return change == new ProposerChange(typed.Id) ? null : change;
    }
}
