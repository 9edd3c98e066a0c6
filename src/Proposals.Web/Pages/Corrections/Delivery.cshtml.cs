using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DeliveryPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class DeliveryInput
    {
        [Required, Display(Name = "Field_DeliveredOn")]
        public DateOnly? DeliveredOn { get; set; }

        [Required, Display(Name = "Field_DeliveryWay")]
        public DeliveryWay? Way { get; set; }

        [Required, Display(Name = "Field_HandedOverById")]
        public Guid? HandedOverById { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid DeliveryId { get; set; }

    [BindProperty]
    public DeliveryInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectDelivery);

    public override bool NeedsEvidence => true;

    public string To => CaseFile.Case.Proposers.Find(proposer => proposer.Id == Delivery.ProposerId)?.Name ?? "—";

    public IEnumerable<Person> Givers => CaseFile.People.Values.Where(person => person.Id == Delivery.ById || (!person.IsDisabled && person.Duties.Includes(Duties.Staff)))
        .OrderBy(person => CaseFile.NameOf(person.DepartmentId), StringComparer.Ordinal).ThenBy(person => person.DisplayName, StringComparer.Ordinal);

    protected override bool Exists => CaseFile.Replies.SelectMany(reply => reply.Deliveries).Any(delivery => delivery.Id == DeliveryId);

    private ReplyDelivery Delivery => CaseFile.Replies.SelectMany(reply => reply.Deliveries).First(delivery => delivery.Id == DeliveryId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new DeliveryInput { DeliveredOn = Delivery.On, Way = Delivery.Way, HandedOverById = Delivery.ById };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectDelivery(DeliveryId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        DeliveredOn = Changed(Input.DeliveredOn, Delivery.On),
        DeliveryWay = Changed(Input.Way, Delivery.Way),
        HandedOverById = Changed(Input.HandedOverById, Delivery.ById),
    };
}
