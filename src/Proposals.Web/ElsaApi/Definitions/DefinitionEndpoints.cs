using System.Security.Claims;

namespace Proposals.Web.ElsaApi.Definitions;

internal static class DefinitionEndpoints
{
    private const string Definitions = "/workflow-definitions";

    public static void MapDefinitionReads(this RouteGroupBuilder api)
    {
        var definitions = api.MapGroup(Definitions);
        definitions.MapGet("", (DefinitionReads reads, string? versionOptions, string? searchTerm, string? page, string? pageSize, string[]? definitionIds, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            reads.ListAsync(versionOptions, searchTerm, Number(page), Number(pageSize), definitionIds, user, cancellationToken));
        definitions.MapGet("/by-definition-id/{definitionId}", (DefinitionReads reads, string definitionId, string? versionOptions, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            reads.ByDefinitionIdAsync(definitionId, versionOptions, user, cancellationToken));
        definitions.MapGet("/by-id/{id}", (DefinitionReads reads, string id, ClaimsPrincipal user, CancellationToken cancellationToken) => reads.ByIdAsync(id, user, cancellationToken));
        definitions.MapGet("/{definitionId}/export", (DefinitionReads reads, string definitionId, string? versionOptions, CancellationToken cancellationToken) => reads.ExportAsync(definitionId, versionOptions, cancellationToken));
        definitions.MapGet("/{definitionId}/consumers", (DefinitionReads reads, string definitionId, CancellationToken cancellationToken) => reads.ConsumersAsync(definitionId, cancellationToken));
        // A question, though it is sent as a change would be.
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", (DefinitionReads reads, string definitionId, CancellationToken cancellationToken) =>
            reads.ScriptTypesAsync(definitionId, cancellationToken));
        definitions.MapGet("/validation/is-name-unique", (DefinitionReads reads, string? name, string? definitionId, CancellationToken cancellationToken) =>
            reads.IsNameFreeAsync(name ?? "", definitionId, cancellationToken));
    }

    public static void MapDefinitionWrites(this RouteGroupBuilder api)
    {
        var draws = api.MapGroup("").RequireAuthorization(Permissions.DesignWorkflows);
        draws.MapPost(Definitions, (HttpContext context, DefinitionWrites writes) => JsonBody.ReadAsync(context, body => writes.SaveAsync(body, context.User, context.RequestAborted)));
        draws.MapPost(Definitions + "/{definitionId}/revert/{version:int}", (string definitionId, int version, DefinitionWrites writes, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            writes.RevertAsync(definitionId, version, user, cancellationToken));
        draws.MapDelete("/workflow-definition-versions/{id}", (string id, DefinitionWrites writes, ClaimsPrincipal user, CancellationToken cancellationToken) => writes.DeleteDraftAsync(id, user, cancellationToken));
    }

    private static int? Number(string? words) => int.TryParse(words, out var number) ? number : null;
}
