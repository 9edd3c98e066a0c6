using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>送会办意见: to the unit that leads, how and by whom.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class SendOpinionPage(ActDesk desk, IStringLocalizer<ReplyText> text) : ActPage(desk)
{
    public sealed class SendInput
    {
        public DeliveryWay Way { get; set; }

        [Required, Display(Name = "Opinion_By")]
        public Guid? ById { get; set; }

        public PaperInput Proof { get; set; } = new();
    }

    [BindProperty]
    public SendInput Input { get; set; } = new();

    public override string ActCode => nameof(SendOpinion);

    public string LeadUnit => CaseFile.Case.UnitThatLeads()?.Name ?? "—";

    public ChoiceSet Ways => ChoiceSet.Of<DeliveryWay>("Input.Way", text["Opinion_Way"], Input.Way, Desk.Words, Enum.GetValues<DeliveryWay>());

    public IReadOnlyList<Person> Carriers => CaseFile.Staff;

    protected override IEnumerable<PaperInput> Papers() => [Input.Proof];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.ById = CaseFile.Case.HandlerId ?? Desk.Me;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new SendOpinion(Input.Way)
    {
        HandedOverById = Input.ById,
        ProofId = Input.Proof.Stored is [var proof, ..] ? proof : null,
    };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Opinion_Sent", LeadUnit]);
}
