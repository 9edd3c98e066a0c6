using Microsoft.AspNetCore.Authorization;
using Proposals.Acts;
using Proposals.Intake;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Intake;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ReceivePage(ActDesk desk) : ActPage(desk)
{
    public override string ActCode => nameof(ReceiveCase);

    protected override CaseAct Act() => new ReceiveCase();
}
