using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class SecondReplyPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class SecondReplyInput
    {
        [StringLength(Lengths.Name), Display(Name = "Field_SecondReplyNumber")]
        public string? Number { get; set; }

        [Required, Display(Name = "Field_SecondReplyOn")]
        public DateOnly? On { get; set; }

        [Required, Display(Name = "Field_SecondReplyWay")]
        public DeliveryWay? Way { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid SecondReplyId { get; set; }

    [BindProperty]
    public SecondReplyInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectSecondReply);

    public override bool NeedsEvidence => true;

    protected override bool Exists => CaseFile.SecondReplies.Any(told => told.Id == SecondReplyId);

    private SecondReply Told => CaseFile.SecondReplies.First(told => told.Id == SecondReplyId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new SecondReplyInput { Number = Told.DocumentNumber, On = Told.On, Way = Told.Way };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectSecondReply(SecondReplyId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        SecondReplyNumber = Changed(Input.Number, Told.DocumentNumber),
        SecondReplyOn = Changed(Input.On, Told.On),
        SecondReplyWay = Changed(Input.Way, Told.Way),
    };
}
