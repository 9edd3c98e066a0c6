using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Plans;

/// <summary>取消重点.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class UnmarkKeyItemPage(ActDesk desk) : ActPage(desk)
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public override string ActCode => nameof(UnmarkKeyItem);

    protected override CaseAct Act() => new UnmarkKeyItem(Input.Reason ?? "");
}
