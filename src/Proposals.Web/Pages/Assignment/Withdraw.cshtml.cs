using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>撤案: recorded from the proposer's written notice.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class WithdrawPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class WithdrawInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Withdraw_Reason")]
        public string? Reason { get; set; }

        public PaperInput Notice { get; set; } = new();
    }

    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    public override string ActCode => nameof(WithdrawCase);

    public override bool AsksForDayItself => true;

    public override bool OffersOnBehalf => false;

    protected override IEnumerable<PaperInput> Papers() => [Input.Notice];

    protected override CaseAct Act() => new WithdrawCase(Input.Reason?.Trim() ?? "", Input.Notice.Stored is [var notice, ..] ? notice : null);

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Withdraw_Done"]);
}
