using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

/// <summary>The day our opinion went to the unit that leads.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class OpinionPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class OpinionInput
    {
        [Required, Display(Name = "Field_OpinionSentOn")]
        public DateOnly? SentOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public ReplyId ReplyId { get; set; }

    [BindProperty]
    public OpinionInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectSentOpinion);

    public override bool NeedsEvidence => true;

    public string To => CaseFile.Case.UnitThatLeads()?.Name ?? "—";

    protected override bool Exists => CaseFile.Replies.Any(reply => reply.Id == ReplyId && reply is { Kind: ReplyKind.CoOrganizerOpinion, DeliveredOn: not null });

    private WrittenReply Opinion => CaseFile.Replies.First(reply => reply.Id == ReplyId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new OpinionInput { SentOn = Opinion.DeliveredOn };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectSentOpinion(ReplyId, Reason) { EvidenceId = Why.EvidenceId, OpinionSentOn = Changed(Input.SentOn, Opinion.DeliveredOn) };
}
