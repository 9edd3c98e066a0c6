using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ReplyDataPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class ReplyInput
    {
        [StringLength(Lengths.Name), Display(Name = "Field_DocumentNumber")]
        public string? DocumentNumber { get; set; }

        [Display(Name = "Field_SealedOn")]
        public DateOnly? SealedOn { get; set; }

        [StringLength(Lengths.Name), Display(Name = "Field_ContactPerson")]
        public string? ContactPerson { get; set; }

        [StringLength(Lengths.Phone), Display(Name = "Field_ContactPhone")]
        public string? ContactPhone { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public ReplyId ReplyId { get; set; }

    [BindProperty]
    public ReplyInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectReplyData);

    public override bool NeedsEvidence => Written.IsInOtherHands;

    public bool IsSealed => Written.DocumentNumber is not null;

    protected override bool Exists => CaseFile.Replies.Any(reply => reply.Id == ReplyId);

    protected override bool MayOpen => base.MayOpen && (!NeedsEvidence || Desk.MyDuties.Includes(Duty.OfficeDirector));

    private WrittenReply Written => CaseFile.Replies.First(reply => reply.Id == ReplyId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new ReplyInput { DocumentNumber = Written.DocumentNumber, SealedOn = Written.SealedOn, ContactPerson = Written.ContactPerson, ContactPhone = Written.ContactPhone };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectReplyData(ReplyId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        DocumentNumber = IsSealed ? Changed(Input.DocumentNumber, Written.DocumentNumber ?? "") : null,
        SealedOn = IsSealed ? Changed(Input.SealedOn, Written.SealedOn) : null,
        ContactPerson = Changed(Input.ContactPerson, Written.ContactPerson),
        ContactPhone = Changed(Input.ContactPhone, Written.ContactPhone),
    };
}
