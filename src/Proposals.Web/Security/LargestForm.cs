using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Proposals.Handling;

namespace Proposals.Web.Security;

/// <summary>A form beyond every limit is answered by a page. A browser reads no answer before all is sent, so what it sends is let in and thrown away, up to a point.</summary>
internal sealed class LargestForm(RequestDelegate next)
{
    /// <summary>Several papers in one form, each up to its own limit.</summary>
    public const long Bytes = 5L * StoredFile.MaximumBytes;

    /// <summary>Beyond this the line is cut.</summary>
    private const long MostThrownAway = 10 * Bytes;

    public async Task InvokeAsync(HttpContext context)
    {
        // The page about it is drawn within the same request.
        if (context.Request.ContentLength is not (> Bytes and var length) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }

        if (length <= MostThrownAway && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = length;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        // Whoever draws the page must not look for a form in what is left.
        context.Request.Body = Stream.Null;
        context.Request.ContentLength = 0;
        context.Request.ContentType = null;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
