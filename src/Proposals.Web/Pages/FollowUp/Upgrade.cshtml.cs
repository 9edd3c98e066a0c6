using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Pages.Reply;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>结果转类: B becomes A once what was promised is done and the proposer knows.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class UpgradePage(ActDesk desk, ReplyWording wording, IStringLocalizer<FollowUpText> text) : ActPage(desk)
{
    public sealed class UpgradeInput
    {
        [Required, StringLength(Lengths.Code), Display(Name = "Upgrade_Class")]
        public string? ResultClass { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Upgrade_Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public UpgradeInput Input { get; set; } = new();

    public override string ActCode => nameof(UpgradeClass);

    public int NotKept => CaseFile.Commitments.Count(promise => promise.State != CommitmentState.Kept);

    public bool HasSecondReply => CaseFile.SecondReplies.Count > 0;

    public ChoiceSet Classes => new("Input.ResultClass", text["Upgrade_Class"], Input.ResultClass,
        [.. InForce.Profile.ResultClasses.Where(known => UpgradeClass.MayBecome(InForce.Profile.ClassOf(CaseFile.Case.ResultClass), known)).Select(known => wording.ClassChoice(known))]);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.ResultClass = Classes.Choices is [var first, ..] ? first.Value : null;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new UpgradeClass(Input.ResultClass ?? "") { Reason = Input.Reason ?? "" };
}
