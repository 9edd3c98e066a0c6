using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Proposals.Deadlines;
using Proposals.Inbox;
using Proposals.Incidents;
using Proposals.Web.Accounts;

namespace Proposals.Web.Face;

/// <summary>Text is a key of SharedText, Icon a name of bootstrap-icons.</summary>
public sealed record MenuEntry(string Path, string Text, string Icon, string Permission)
{
    /// <summary>How much waits behind it; null where nothing is counted or nothing waits.</summary>
    public string? Count { get; init; }
}

/// <summary>At most six entries, each only with its permission and only once its page exists: no entry leads nowhere.</summary>
public sealed class Menu(EndpointDataSource endpoints, IAuthorizationService permissions, IHttpContextAccessor http)
{
    private const string InboxPath = "/inbox";
    private const string IncidentsPath = "/incidents";

    private static readonly MenuEntry[] All =
    [
        new("/", "Menu_Home", "house", Permissions.SignedIn),
        new(InboxPath, "Menu_Inbox", "check2-square", Permissions.ActOnCases),
        new("/cases", "Menu_Cases", "table", Permissions.ReadCases),
        new("/deadlines", "Menu_Deadlines", "calendar3", Permissions.ReadCases),
        new("/statistics", "Menu_Statistics", "bar-chart", Permissions.ReadStatistics),
        new("/supervision", "Menu_Supervision", "eye", Permissions.ReadSupervision),
        new(IncidentsPath, "Menu_Incidents", "exclamation-octagon", Permissions.RepairWorkflows),
        new("/designer", "Menu_Designer", "diagram-3", Permissions.ReadWorkflows),
        new("/admin/people", "Menu_Admin", "gear", Permissions.ManagePeople),
    ];

    private readonly Lazy<HashSet<string>> _addresses = new(() =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))]);

    public async Task<IReadOnlyList<MenuEntry>> ForAsync(ClaimsPrincipal user)
    {
        if (http.HttpContext?.HasFailed() == true)
            return [];
        var shown = new List<MenuEntry>();
        foreach (var entry in All.Where(entry => _addresses.Value.Contains(entry.Path)))
            if ((await permissions.AuthorizeAsync(user, entry.Permission)).Succeeded)
                shown.Add(entry with { Count = await WaitingAsync(entry, user) });
        return shown;
    }

    /// <summary>The bell: how many of his notices this person has not read. Null for whoever gets none.</summary>
    public async Task<int?> UnreadAsync(ClaimsPrincipal user) =>
        http.HttpContext is { } context && !context.HasFailed() && (await permissions.AuthorizeAsync(user, Permissions.ReadNotices)).Succeeded
            ? await context.RequestServices.GetRequiredService<NoticeQuery>().UnreadAsync(user.Visibility(), context.RequestAborted)
            : null;

    private async Task<string?> WaitingAsync(MenuEntry entry, ClaimsPrincipal user)
    {
        if (http.HttpContext is not { } context)
            return null;
        var waiting = entry.Path switch
        {
            InboxPath => await context.RequestServices.GetRequiredService<InboxQuery>().CountAsync(user.Visibility(), InboxTab.Mine, context.RequestAborted)
                + await context.RequestServices.GetRequiredService<OrderQuery>().CountAsync(user.Visibility(), context.RequestAborted),
            IncidentsPath => await context.RequestServices.GetRequiredService<IncidentQuery>().CountAsync(context.RequestAborted),
            _ => 0,
        };
        return waiting == 0 ? null : Counted.Text(waiting);
    }

    public static bool IsCurrent(MenuEntry entry, PathString path)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Path == "/")
            return path == "/";
        // /admin/people stands for everything below /admin.
        var end = entry.Path.IndexOf('/', 1);
        return path.StartsWithSegments(end < 0 ? entry.Path : entry.Path[..end], StringComparison.OrdinalIgnoreCase);
    }
}
