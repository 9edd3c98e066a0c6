using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Proposals.Web.Accounts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages;

[AllowAnonymous, OpenBeforePasswordChange]
public sealed class PreferencesModel(TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? language, string? theme, string? returnUrl)
    {
        if (language == Languages.Chinese.Name || language == Languages.English.Name)
            Keep(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)));
        if (theme is not null && Theme.All.Contains(theme))
            Keep(Theme.CookieName, theme);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? WithoutCulture(returnUrl) : "/");
    }

    private void Keep(string name, string value) => Response.Cookies.Append(name, value, new CookieOptions
    {
        Expires = clock.GetUtcNow().AddYears(1),
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    });

    /// <summary>A language in the address would win over the choice just made.</summary>
    private static string WithoutCulture(string address)
    {
        var parts = address.Split('?', 2);
        if (parts.Length == 1)
            return address;
        var kept = QueryHelpers.ParseQuery(parts[1]).Where(pair => pair.Key is not ("culture" or "ui-culture"));
        return QueryHelpers.AddQueryString(parts[0], kept);
    }
}
