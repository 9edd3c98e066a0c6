using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>二次答复: what the proposer was told about the promises, when, and how.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class SecondReplyPage(ActDesk desk, IStringLocalizer<FollowUpText> text) : ActPage(desk)
{
    public sealed class SecondReplyInput
    {
        [Required, StringLength(Lengths.LongText), Display(Name = "Second_Text")]
        public string? Text { get; set; }

        [StringLength(Lengths.Name), Display(Name = "Second_Number")]
        public string? DocumentNumber { get; set; }

        [Required, Display(Name = "Second_Way")]
        public DeliveryWay? Way { get; set; }

        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public SecondReplyInput Input { get; set; } = new();

    public override string ActCode => nameof(RecordSecondReply);

    public override bool KeepsDraft => true;

    public ChoiceSet Ways => ChoiceSet.Of("Input.Way", text["Second_Way"], Input.Way, Desk.Words, Enum.GetValues<DeliveryWay>());

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Way = DeliveryWay.HandedOver;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new RecordSecondReply(Input.Text ?? "", Input.Way ?? DeliveryWay.HandedOver)
    {
        DocumentNumber = Input.DocumentNumber ?? "",
        FileId = Input.Paper.Stored is [var paper, ..] ? paper : null,
    };
}
