using Proposals.Web;

namespace Proposals.Tests.Web;

/// <summary>Elsa Studio's pages and files, and the interface it draws by.</summary>
internal static class ElsaTable
{
    private const string Definition = "/elsa/api/workflow-definitions/proposal-handling";

    public static IReadOnlyList<PermissionRow> Rows { get; } =
    [
        new("designer/studio/list", Permissions.ReadWorkflows, PermissionRow.Page),
        new("designer/studio/edit/{definitionId}", Permissions.ReadWorkflows, PermissionRow.Page) { Address = "/designer/studio/edit/proposal-handling" },
        new("designer/studio/{**file}", PermissionRow.Anonymous, PermissionRow.File) { Address = "/designer/studio/no-such-file.js", Status = 404 },

        Read("features/installed"),
        Read("descriptors/activities"),
        Read("descriptors/activities/{type}") with { Address = "/elsa/api/descriptors/activities/Proposals.Receive" },
        Read("descriptors/expression-descriptors"),
        Read("descriptors/variables"),
        Read("descriptors/storage-drivers"),
        Read("descriptors/incident-strategies"),
        Read("descriptors/workflow-activation-strategies"),
        Read("descriptors/log-persistence-strategies"),
        Read("descriptors/commit-strategies/workflows"),
        Read("descriptors/commit-strategies/activities"),
        Read("workflow-definitions"),
        Read("workflow-definitions/by-definition-id/{definitionId}") with { Address = "/elsa/api/workflow-definitions/by-definition-id/proposal-handling" },
        Read("workflow-definitions/by-id/{id}") with { Address = "/elsa/api/workflow-definitions/by-id/{version}" },
        Read("workflow-definitions/{definitionId}/export") with { Address = Definition + "/export" },
        Read("workflow-definitions/{definitionId}/consumers") with { Address = Definition + "/consumers" },
        Read("scripting/javascript/type-definitions/{definitionId}") with { Methods = PermissionRow.Post, Address = "/elsa/api/scripting/javascript/type-definitions/proposal-handling" },
        Read("workflow-definitions/validation/is-name-unique"),
        Read("{**other}") with { Methods = PermissionRow.Any, Address = "/elsa/api/workflow-instances", Status = 404 },

        Change("workflow-definitions", Permissions.DesignWorkflows),
        Change("workflow-definitions/{definitionId}/revert/{version:int}", Permissions.DesignWorkflows) with { Address = Definition + "/revert/1" },
        Change("workflow-definition-versions/{id}", Permissions.DesignWorkflows) with { Methods = PermissionRow.Delete, Address = "/elsa/api/workflow-definition-versions/{version}" },
    ];

    private static PermissionRow Read(string route) => new($"elsa/api/{route}", Permissions.ReadWorkflows, PermissionRow.Page);

    private static PermissionRow Change(string route, string permission) => new($"elsa/api/{route}", permission, PermissionRow.Post);
}
