using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>编号用印: the number is copied from the office's own system, or drawn where the rules say so.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class SealPage(ActDesk desk, ProposalsDbContext db, IStringLocalizer<ReplyText> text) : ActPage(desk)
{
    public sealed class SealInput
    {
        /// <summary>Where numbers are drawn: this letter had one before it was entered here.</summary>
        public bool HasNumber { get; set; }

        [StringLength(Lengths.Name), Display(Name = "Seal_Number")]
        public string? Number { get; set; }
    }

    [BindProperty]
    public SealInput Input { get; set; } = new();

    /// <summary>What will probably come next; the office's own system knows better.</summary>
    public string Next { get; private set; } = "";

    public bool Draws => InForce.Profile.DrawsDocumentNumbers;

    public override string ActCode => nameof(NumberAndSeal);

    public ChoiceSet Ways => new("Input.HasNumber", text["Seal_How"], Input.HasNumber ? "true" : "false",
        [new Choice("false", text["Seal_Draw"], text["Seal_Next", Next]), new Choice("true", text["Seal_OnPaper"], text["Seal_OnPaperHint"], AsksMore: true)]);

    private bool IsTyped => !Draws || Input.HasNumber;

    protected override async Task ReadAsync(CancellationToken cancellationToken) =>
        Next = await new DocumentNumbers(InForce.Profile, CaseFile.CurrentReply?.Kind ?? ReplyKind.ReplyLetter, (OnBehalf.OccurredOn ?? Desk.Today).Year).NextAsync(db, cancellationToken);

    protected override void CheckForm()
    {
        if (IsTyped && string.IsNullOrWhiteSpace(Input.Number))
            ModelState.AddModelError("Input.Number", text["Seal_NeedsNumber"]);
    }

    protected override CaseAct Act() => new NumberAndSeal { DocumentNumber = IsTyped ? Input.Number : null };
}
