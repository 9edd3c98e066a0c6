using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Web.Accounts;

namespace Proposals.Web.Pages.Errors;

/// <summary>Forbidden, not found and the like, drawn at the address that was asked for. A refused post arrives here as a post, without its token.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, OpenBeforePasswordChange]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StatusModel : PageModel
{
    [FromRoute]
    public int Code { get; set; }

    public string Key => Code is 400 or 403 or 404 ? $"Status_{Code}" : "Status_Other";

    public string Icon => Code switch { 403 => "lock", 404 => "signpost-split", 400 => "hourglass", _ => "exclamation-circle" };
}
