using Microsoft.AspNetCore.StaticAssets;
using Proposals.Web.ElsaApi;

namespace Proposals.Web.Security;

/// <summary>Put on at the last moment, so that error pages, refusals and files carry them too: whoever writes an answer later may wipe what stood there before.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment)
{
    private const string AYear = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(ElsaApiRegistration.StudioAddress, StringComparison.OrdinalIgnoreCase) ? ContentPolicies.Studio : ContentPolicies.Pages;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (environment.IsProduction() && context.Request.IsHttps)
            headers.StrictTransportSecurity = AYear;

        // What nobody said may be kept shows cases or people. Styles and scripts say so themselves.
        if (headers.CacheControl.Count == 0 && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            headers.CacheControl = "no-store";
    }
}
