using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Proposals.Handling;
using Proposals.Web.Accounts;
using Proposals.Web.Security;

namespace Proposals.Web.Pages.Handling;

/// <summary>One paper of a case, for those who may see the case. Pictures open in the browser, shut off from everything; the rest is saved under its own name.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class PaperPage(FileCabinet cabinet) : PageModel
{
    private static readonly HashSet<string> Shown = ["image/png", "image/jpeg"];

    [BindProperty(SupportsGet = true)]
    public FileId Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await cabinet.OpenAsync(User.Visibility(), Id, cancellationToken) is not var (name, contentType, bytes))
            return NotFound();
        var disposition = new ContentDispositionHeaderValue(Shown.Contains(contentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = ContentPolicies.Upload;
        return File(bytes, contentType);
    }
}
