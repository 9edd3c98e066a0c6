using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Plans;

/// <summary>不再制定办理方案.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class WaivePlanPage(ActDesk desk) : ActPage(desk)
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public override string ActCode => nameof(WaivePlan);

    protected override CaseAct Act() => new WaivePlan(Input.Reason ?? "");
}
