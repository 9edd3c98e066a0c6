using Proposals.Web;

namespace Proposals.Tests.Web;

/// <summary>Every endpoint of the product and who may open it. A new page is added here by hand; that is the point.</summary>
internal static class PermissionTable
{
    public static IReadOnlyList<PermissionRow> Rows { get; } =
    [
        new("", Permissions.SignedIn, PermissionRow.Page),
        new("sign-in", PermissionRow.Anonymous),
        new("sign-out", Permissions.SignedIn) { Status = 302 },
        new("password", Permissions.SignedIn),
        new("preferences", PermissionRow.Anonymous) { Status = 302 },
        new("error", PermissionRow.Anonymous, PermissionRow.Page) { IsTokenless = true },
        new("status/{code:int}", PermissionRow.Anonymous, PermissionRow.Page) { Address = "/status/404", IsTokenless = true },
        new("health", PermissionRow.Anonymous, PermissionRow.Any),
        new("live", Permissions.SignedIn, PermissionRow.Page),
        new("inbox", Permissions.ActOnCases, PermissionRow.Page),
        new("statistics", Permissions.ReadStatistics, PermissionRow.Page),
        new("files/{id}", Permissions.ReadCases, PermissionRow.Page) { Case = "258", Address = "/files/{file}" },
        new("demo/clock", Permissions.SignedIn) { Status = 302 },

        new("incidents", Permissions.RepairWorkflows, PermissionRow.Page),
        new("incidents/{id}", Permissions.RepairWorkflows) { Address = "/incidents/none.1", Status = 404 },
        new("incidents/tasks/{id}", Permissions.RepairWorkflows) { Address = "/incidents/tasks/none.1", Status = 404 },

        new("admin/people", Permissions.ManagePeople, PermissionRow.Page),
        new("admin/people/new", Permissions.ManagePeople),
        new("admin/people/{id:guid}", Permissions.ManagePeople) { Address = "/admin/people/{person}" },
        new("admin/departments/new", Permissions.ManagePeople),
        new("admin/departments/{id:guid}", Permissions.ManagePeople) { Address = "/admin/departments/{department}" },

        new("designer", Permissions.ReadWorkflows, PermissionRow.Page),
        new("designer/import", Permissions.DesignWorkflows),
        new("designer/{definitionId}", Permissions.ReadWorkflows) { Address = "/designer/proposal-handling" },
        new("designer/{definitionId}/versions/{version:int}/export", Permissions.ReadWorkflows, PermissionRow.Page) { Address = "/designer/proposal-handling/versions/1/export" },

        new("cases", Permissions.ReadCases, PermissionRow.Page),
        new("cases/register", Permissions.RegisterCases),
        new("cases/{id}", Permissions.ReadCases, PermissionRow.Page) { Case = "258" },
        new("cases/{id}/allocation/propose", Permissions.ActOnCases) { Case = "203" },
        new("cases/{id}/allocation/decide", Permissions.ActOnCases) { Case = "203", By = "fangxiaolan" },
        new("cases/{id}/accept", Permissions.ActOnCases) { Case = "258", By = "wanghaitao" },
        new("cases/{id}/object", Permissions.ActOnCases) { Case = "258", By = "wanghaitao" },
        new("cases/{id}/consultations/record", Permissions.ActOnCases) { Case = "12", By = "zhengning" },
        new("cases/{id}/consultations/{consultationId}/void", Permissions.ActOnCases) { Case = "12", Address = "/cases/{case}/consultations/{consultation}/void", By = "zhengning" },
        new("cases/{id}/override", Permissions.ActOnCases) { Case = "12", By = "fangxiaolan" },
        new("cases/{id}/reply/draft", Permissions.ActOnCases) { Case = "12", By = "zhengning" },
        new("cases/{id}/reply/sheet", Permissions.ActOnCases) { Case = "27" },
        new("cases/{id}/reply/seal", Permissions.ActOnCases) { Case = "27" },
        new("cases/{id}/reply/deliver", Permissions.ActOnCases) { Case = "176" },
        new("cases/{id}/feedback/record", Permissions.ActOnCases) { Case = "176" },
        new("cases/{id}/feedback/lapse", Permissions.ActOnCases) { Case = "176" },
        new("cases/{id}/feedback/rehandle", Permissions.ActOnCases) { Case = "176" },
        new("cases/{id}/commitments", Permissions.ReadCases, PermissionRow.Page) { Case = "31" },
        new("cases/{id}/commitments/{commitmentId}/progress", Permissions.ActOnCases) { Case = "31", Address = "/cases/{case}/commitments/{commitment}/progress", By = "gaoxiang" },
        new("cases/{id}/urge", Permissions.ActOnCases) { Case = "176" },
        new("cases/{id}/archive", Permissions.ActOnCases) { Case = "176" },
        new("cases/{id}/receive", Permissions.ActOnCases) { Case = "64" },
        new("cases/{id}/units/ask", Permissions.ActOnCases) { Case = "142", By = "tangke" },
        new("cases/{id}/units/opinion", Permissions.ActOnCases) { Case = "142", By = "tangke" },
        new("cases/{id}/units/urge", Permissions.ActOnCases) { Case = "142" },
        new("cases/{id}/units/settle", Permissions.ActOnCases) { Case = "142", By = "gumingyuan" },
        new("cases/{id}/departments/name", Permissions.ActOnCases) { Case = "142", By = "jiangwen" },
        new("cases/{id}/departments/opinion", Permissions.ActOnCases) { Case = "142" },
        new("cases/{id}/departments/release", Permissions.ActOnCases) { Case = "142", By = "jiangwen" },
        new("cases/{id}/opinion/send", Permissions.ActOnCases) { Case = "88", By = "zhengning" },
        new("cases/{id}/opinion/lead-reply", Permissions.ActOnCases) { Case = "88" },
        new("cases/{id}/review/{stage}", Permissions.ActOnCases) { Case = "27", Address = "/cases/{case}/review/Deputy", By = "fangxiaolan" },

        .. ElsaTable.Rows,
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
        [Permissions.ReadWorkflows] = ("yumin", "xujing"),
        [Permissions.DesignWorkflows] = ("zhouyiming", "yumin"),
        [Permissions.RepairWorkflows] = ("zhouyiming", "yumin"),
        [Permissions.PublishWorkflows] = ("yumin", "zhouyiming"),
    };
}
