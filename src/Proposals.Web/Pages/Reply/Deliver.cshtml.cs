using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>登记送达: to whom, how and by whom, with the copies and the upload.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DeliverPage(ActDesk desk, IStringLocalizer<ReplyText> text) : DeliveryForm(desk, text)
{
    /// <summary>One proposer is what the page is opened for; of several, each is ticked by whoever handed it over.</summary>
    protected override bool TicksProposers => Checklist.Proposers.Count == 1;

    protected override void CheckForm()
    {
        base.CheckForm();
        if (!TicksAny)
            ModelState.AddModelError("Delivery", Text["Deliver_NeedsOne"]);
    }
}
