using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Intake;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>登记送达: to whom, how and by whom.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DeliverPage(ActDesk desk, IStringLocalizer<ReplyText> text) : ActPage(desk)
{
    public sealed class DeliverInput
    {
        public List<Guid> ProposerIds { get; set; } = [];

        public DeliveryWay Way { get; set; }

        [Required, Display(Name = "Deliver_By")]
        public Guid? ById { get; set; }

        public PaperInput Proof { get; set; } = new();
    }

    [BindProperty]
    public DeliverInput Input { get; set; } = new();

    public override string ActCode => nameof(RecordDelivery);

    public IReadOnlyList<Proposer> StillOwed =>
        [.. CaseFile.Case.Proposers.Where(proposer => proposer.IsOwedReply && CaseFile.CurrentReply?.Deliveries.Exists(earlier => earlier.ProposerId == proposer.Id) != true)];

    public ChoiceSet Ways => ChoiceSet.Of<DeliveryWay>("Input.Way", text["Deliver_Way"], Input.Way, Desk.Words, Enum.GetValues<DeliveryWay>());

    public IReadOnlyList<Person> Carriers =>
        [.. CaseFile.People.Values.Where(person => !person.IsDisabled && person.Duties.Includes(Duties.Staff)).OrderBy(person => person.DisplayName, StringComparer.Ordinal)];

    protected override IEnumerable<PaperInput> Papers() => [Input.Proof];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.ProposerIds = [.. StillOwed.Select(proposer => proposer.Id)];
        Input.ById = CaseFile.Case.HandlerId ?? Desk.Me;
        return Task.CompletedTask;
    }

    protected override void CheckForm()
    {
        if (Input.ProposerIds.Count == 0)
            ModelState.AddModelError("Input.ProposerIds", text["Deliver_NeedsOne"]);
    }

    protected override CaseAct Act() => new RecordDelivery(Input.ProposerIds, Input.Way)
    {
        HandedOverById = Input.ById,
        ProofId = Input.Proof.Stored is [var proof, ..] ? proof : null,
    };
}
