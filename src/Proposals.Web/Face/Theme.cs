namespace Proposals.Web.Face;

/// <summary>Light, dark, or as the machine is set. A cookie, so that the server draws the first byte in the right colours.</summary>
public static class Theme
{
    public const string CookieName = "theme";

    public static IReadOnlyList<string> All { get; } = ["auto", "light", "dark"];

    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Cookies[CookieName] is { } chosen && All.Contains(chosen) ? chosen : "auto";
    }
}
