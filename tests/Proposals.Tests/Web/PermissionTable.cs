using Proposals.Web;

namespace Proposals.Tests.Web;

/// <summary>Every endpoint of the product and who may open it. A new page is added here by hand; that is the point.</summary>
internal static class PermissionTable
{
    public static IReadOnlyList<PermissionRow> Rows { get; } =
    [
        new("", Permissions.SignedIn, PermissionRow.Page),
        new("Index", Permissions.SignedIn, PermissionRow.Page),
        new("sign-in", PermissionRow.Anonymous),
        new("sign-out", Permissions.SignedIn) { Status = 302 },
        new("password", Permissions.SignedIn),
        new("preferences", PermissionRow.Anonymous) { Status = 302 },
        new("error", PermissionRow.Anonymous, PermissionRow.Page) { IsTokenless = true },
        new("status/{code:int}", PermissionRow.Anonymous, PermissionRow.Page) { Address = "/status/404", IsTokenless = true },
        new("health", PermissionRow.Anonymous, PermissionRow.Any),
        new("demo/clock", Permissions.SignedIn) { Status = 302 },

        new("admin/people", Permissions.ManagePeople, PermissionRow.Page),
        new("admin/people/new", Permissions.ManagePeople),
        new("admin/people/{id:guid}", Permissions.ManagePeople) { Address = "/admin/people/{person}" },
        new("admin/departments/new", Permissions.ManagePeople),
        new("admin/departments/{id:guid}", Permissions.ManagePeople) { Address = "/admin/departments/{department}" },

        new("cases/{id}/receive", Permissions.ActOnCases) { Case = "64" },
        new("cases/{id}/review/{stage}", Permissions.ActOnCases) { Case = "27", Address = "/cases/{case}/review/Deputy", By = "fangxiaolan" },
    ];

    /// <summary>For each permission somebody inside and somebody outside it.</summary>
    public static IReadOnlyDictionary<string, (string Inside, string? Outside)> Holders { get; } = new Dictionary<string, (string, string?)>
    {
        [PermissionRow.Anonymous] = ("xujing", null),
        [Permissions.SignedIn] = ("duqing", null),
        [Permissions.ReadCases] = ("xujing", "zhouyiming"),
        [Permissions.RegisterCases] = ("xujing", "zhengning"),
        [Permissions.ActOnCases] = ("xujing", "duqing"),
        [Permissions.ReadStatistics] = ("duqing", "zhouyiming"),
        [Permissions.ReadSupervision] = ("duqing", "zhengning"),
        [Permissions.ManagePeople] = ("zhouyiming", "yumin"),
        [Permissions.ManageRules] = ("zhouyiming", "yumin"),
        [Permissions.DesignWorkflows] = ("zhouyiming", "yumin"),
        [Permissions.PublishWorkflows] = ("yumin", "zhouyiming"),
    };
}
