using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Proposals.Designer;
using Proposals.People;
using Proposals.Web.Accounts;
using Proposals.Web.Pages.Designer.Studio;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>What Studio reads of the shelf.</summary>
internal sealed class DefinitionReads(DefinitionQuery shelf, DefinitionShelf files, UnknownActivities unknown, IStringLocalizer<StudioText> text)
{
    private const int PageSize = 15;

    public async Task<IResult> ByDefinitionIdAsync(string definitionId, string? versionOptions, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Shown(await MeantAsync(definitionId, versionOptions, cancellationToken), user);

    public async Task<IResult> ByIdAsync(string id, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Shown(Guid.TryParse(id, out var versionId) ? await shelf.FindAsync(versionId, cancellationToken) : null, user);

    public async Task<IResult> ListAsync(string? versionOptions, string? searchTerm, int? page, int? pageSize, string[]? definitionIds, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (versionOptions == "AllVersions" && definitionIds is [var one])
        {
            var versions = await shelf.VersionsAsync(one, null, DefinitionQuery.LargestPage, cancellationToken);
            return Listed(versions, versions.Count, user);
        }

        // Beside each page of the latest versions Studio asks which of these are published.
        if (versionOptions == "Published" && definitionIds is { Length: > 0 })
            return await PublishedAsync(definitionIds, user, cancellationToken);
        var (rows, total) = await shelf.LatestPageAsync(searchTerm, page ?? 0, pageSize ?? PageSize, cancellationToken);
        return versionOptions == "Published" ? await PublishedAsync([.. rows.Select(row => row.DefinitionId)], user, cancellationToken) : Listed(rows, total, user);
    }

    public async Task<IResult> ExportAsync(string definitionId, string? versionOptions, CancellationToken cancellationToken) =>
        await MeantAsync(definitionId, versionOptions, cancellationToken) is { } version && await files.ExportAsync(version.Id, cancellationToken) is var (name, json)
            ? TypedResults.File(System.Text.Encoding.UTF8.GetBytes(json), "application/json", name)
            : Missing();

    public async Task<IResult> IsNameFreeAsync(string name, string? definitionId, CancellationToken cancellationToken)
    {
        var (rows, _) = await shelf.LatestPageAsync(name, 0, DefinitionQuery.LargestPage, cancellationToken);
        return TypedResults.Ok(new { IsUnique = rows.All(row => row.DefinitionId == definitionId || row.Name != name.Trim()) });
    }

    public async Task<IResult> ScriptTypesAsync(string definitionId, CancellationToken cancellationToken) =>
        await shelf.LatestAsync(definitionId, cancellationToken) is { } version
            ? TypedResults.Text(ScriptTypes.Of(StudioModel.Parse(version.Json)), "application/x-typescript", System.Text.Encoding.UTF8)
            : Missing();

    /// <summary>Workflows that contain this one as an activity. There are none: one workflow runs another by its id, when it gets there.</summary>
    public async Task<IResult> ConsumersAsync(string definitionId, CancellationToken cancellationToken) =>
        await shelf.LatestAsync(definitionId, cancellationToken) is null ? Missing() : TypedResults.Ok(new { ConsumingWorkflowDefinitionIds = Array.Empty<string>() });

    public static bool MayEdit(ClaimsPrincipal user) => user.Duties().Includes(Duty.Admin);

    private async Task<IResult> PublishedAsync(string[] definitionIds, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var published = await shelf.PublishedRowsAsync([.. definitionIds.Take(DefinitionQuery.LargestPage)], cancellationToken);
        return Listed([.. published.Values], published.Count, user);
    }

    private Task<WorkflowDefinitionVersion?> MeantAsync(string definitionId, string? versionOptions, CancellationToken cancellationToken) => versionOptions switch
    {
        "Published" => shelf.PublishedAsync(definitionId, cancellationToken),
        _ when int.TryParse(versionOptions, out var number) => shelf.FindAsync(definitionId, number, cancellationToken),
        _ => shelf.LatestAsync(definitionId, cancellationToken),
    };

    private static IResult Listed(IReadOnlyList<DefinitionRow> rows, int total, ClaimsPrincipal user) =>
        TypedResults.Ok(new { Items = rows.Select(row => DefinitionSummary.Of(row, MayEdit(user))), TotalCount = total, Links = DefinitionLinks.OfList(MayEdit(user)) });

    private IResult Shown(WorkflowDefinitionVersion? version, ClaimsPrincipal user) =>
        version is null ? Missing() : TypedResults.Ok(StudioModel.Of(version, MayEdit(user) && version.IsLatest, unknown));

    private IResult Missing() => ApiProblem.Of(StatusCodes.Status404NotFound, text["Api_NoDefinition"]);
}
