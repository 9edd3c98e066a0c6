using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>One page for the four stages of the signing sheet; the stage stands in the address.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ReviewPage(ActDesk desk, IStringLocalizer<ReplyText> text) : ActPage(desk)
{
    public sealed class ReviewInput
    {
        public bool Agrees { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Review_Opinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public ReviewStage Stage { get; set; }

    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    public WrittenReply? Reply => CaseFile.CurrentReply;

    public override string ActCode => ReviewActs.Code(Stage);

    /// <summary>Worth a look before signing: nobody met the proposer after the first draft.</summary>
    public bool NobodyMetOnTheDraft =>
        Stage is ReviewStage.Deputy or ReviewStage.Principal
        && !CaseFile.Case.OwesOpinion
        && InForce.Profile.Consultations.WarnWithoutOneOnDraft
        && Reply?.FirstSubmittedOn is { } drafted
        && !CaseFile.Consultations.Any(held => held.IsValid && held.Round == CaseFile.Case.Round && held.HeldOn >= drafted);

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Input.Agrees ? base.NoteAsync(cancellationToken) : Task.FromResult<string>(text["Review_SentBackDone"]);

    protected override CaseAct Act() => ReviewActs.Of(Stage, Input.Agrees, Input.Opinion);
}
