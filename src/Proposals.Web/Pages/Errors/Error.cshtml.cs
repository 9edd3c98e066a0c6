using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Persistence;
using Proposals.Web.Accounts;
using Proposals.Web.Face;
using Proposals.Web.Operations;

namespace Proposals.Web.Pages.Errors;

[AllowAnonymous, IgnoreAntiforgeryToken, OpenBeforePasswordChange]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class ErrorModel(ILogger<ErrorModel> logger) : PageModel
{
    private const string RetryAfterSeconds = "10";

    /// <summary>Short enough to read out on the telephone; the log carries it beside the trace.</summary>
    public string Reference { get; } = Activity.Current is { } activity ? LogLines.ReferenceOf(activity) : Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();

    /// <summary>The store is away, overrun or full: no bug, and later it will do.</summary>
    public bool IsAway => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } failure && WriteConflict.MayPass(failure);

    public string Key => IsAway ? "Away" : "Error";

    /// <summary>A piece of a page was asked for, and stands in that piece's place.</summary>
    public bool IsPart => Request.Headers.ContainsKey("HX-Request");

    /// <summary>Whoever asks for the page itself has met no failure.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (IsAway)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        if (HttpContext.HasFailed())
            Log.ErrorPageShown(logger, Reference);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "An error page was shown under the reference {Reference}; the exception stands just above")]
        public static partial void ErrorPageShown(ILogger logger, string reference);
    }
}
