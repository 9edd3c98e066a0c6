using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>编号用印: the number is drawn, or copied from the office's own system.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class SealPage(ActDesk desk, ProposalsDbContext db, IStringLocalizer<ReplyText> text) : ActPage(desk)
{
    public sealed class SealInput
    {
        public bool ByHand { get; set; }

        [StringLength(Lengths.Name), Display(Name = "Seal_Number")]
        public string? Number { get; set; }
    }

    [BindProperty]
    public SealInput Input { get; set; } = new();

    /// <summary>What would be drawn if nobody else is first.</summary>
    public string Next { get; private set; } = "";

    public override string ActCode => nameof(NumberAndSeal);

    public ChoiceSet Ways => new("Input.ByHand", text["Seal_How"], Input.ByHand ? "true" : "false",
        [new Choice("false", text["Seal_Draw"], text["Seal_Next", Next]), new Choice("true", text["Seal_ByHand"], text["Seal_ByHandHint"], AsksMore: true)]);

    protected override async Task ReadAsync(CancellationToken cancellationToken) =>
        Next = await NumberAndSeal.NextAsync(db, Desk.Rules.Profile, CaseFile.CurrentReply?.Kind ?? ReplyKind.ReplyLetter, (OnBehalf.OccurredOn ?? Desk.Today).Year, cancellationToken);

    protected override void CheckForm()
    {
        if (Input.ByHand && string.IsNullOrWhiteSpace(Input.Number))
            ModelState.AddModelError("Input.Number", text["Seal_NeedsNumber"]);
    }

    protected override CaseAct Act() => new NumberAndSeal { DocumentNumber = Input.ByHand ? Input.Number : null };
}
