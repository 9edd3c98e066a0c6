using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Web.Accounts;
using Proposals.Web.Face;
using Proposals.Web.Operations;

namespace Proposals.Web.Pages.Errors;

[AllowAnonymous, IgnoreAntiforgeryToken, OpenBeforePasswordChange]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class ErrorModel(ILogger<ErrorModel> logger) : PageModel
{
    /// <summary>Short enough to read out on the telephone; the log carries it beside the trace.</summary>
    public string Reference { get; } = Activity.Current is { } activity ? LogLines.ReferenceOf(activity) : Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();

    /// <summary>Whoever asks for the page itself has met no failure.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpContext.HasFailed())
            Log.ErrorPageShown(logger, Reference);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "An error page was shown under the reference {Reference}; the exception stands just above")]
        public static partial void ErrorPageShown(ILogger logger, string reference);
    }
}
