using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Plans;

/// <summary>审定办理方案.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DecidePlanPage(ActDesk desk, IStringLocalizer<PlansText> text) : ActPage(desk)
{
    public sealed class DecideInput
    {
        public bool Agrees { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Decide_Opinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty]
    public DecideInput Input { get; set; } = new();

    public HandlingPlan? Submitted => CaseFile.Plans is [.., { Approved: null } last] ? last : null;

    public override string ActCode => nameof(ApprovePlan);

    protected override CaseAct Act() => new ApprovePlan(Input.Agrees) { Opinion = Input.Opinion?.Trim() ?? "" };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text[Input.Agrees ? "Decide_DoneAgreed" : "Decide_DoneSentBack"]);
}
