using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Web.Accounts;
using Proposals.Web.Security;

namespace Proposals.Web.Pages.Errors;

/// <summary>Forbidden, not found and the like, drawn at the address that was asked for. A refused post arrives here as a post, without its token.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, OpenBeforePasswordChange]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StatusModel : PageModel
{
    /// <summary>Not bound: a form that could not be read would leave it empty.</summary>
    public int Code => int.TryParse(RouteData.Values["code"]?.ToString(), out var code) ? code : Response.StatusCode;

    public string Key => Code is 400 or 403 or 404 or 413 or 429 ? $"Status_{Code}" : "Status_Other";

    /// <summary>What the sentence says besides: how many megabytes, how many seconds.</summary>
    public string Detail => Code switch
    {
        413 => $"{LargestForm.Bytes / 1024 / 1024}",
        429 => Response.Headers.RetryAfter is [{ Length: > 0 } seconds] ? seconds : "60",
        _ => $"{Code}",
    };

    public string Icon => Code switch { 403 => "lock", 404 => "signpost-split", 400 or 429 => "hourglass", 413 => "file-earmark-x", _ => "exclamation-circle" };
}
