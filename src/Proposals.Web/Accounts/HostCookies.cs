using Microsoft.AspNetCore.Authentication.Cookies;

namespace Proposals.Web.Accounts;

/// <summary>Over HTTPS the session's cookie bears the prefix by which browsers take it from this very host only, and never from an insecure page. Over plain HTTP no browser would take such a name.</summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, Named(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, Named(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, Named(context, key), options);

    /// <summary>The prefix asks for the whole host: below a path of its own the product goes without.</summary>
    private static string Named(HttpContext context, string key) => context.Request is { IsHttps: true, PathBase.HasValue: false } ? "__Host-" + key : key;
}
