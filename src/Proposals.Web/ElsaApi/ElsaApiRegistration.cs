using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Proposals.Web.ElsaApi.Definitions;
using Proposals.Web.Pages.Designer.Studio;

namespace Proposals.Web.ElsaApi;

/// <summary>The part of Elsa's HTTP interface by which Elsa Studio draws our definitions. None of it touches a running case.</summary>
public static class ElsaApiRegistration
{
    public const string Address = "/elsa/api";

    public const string StudioAddress = "/designer/studio";

    public static IServiceCollection AddElsaApi(this IServiceCollection services)
    {
        services.AddSingleton<StudioPackage>();
        services.AddSingleton<StudioFiles>();
        services.AddSingleton<ActivityShapes>();
        services.AddScoped<DefinitionReads>();
        return services;
    }

    public static void MapElsaApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapMethods(StudioAddress + "/{**file}", [HttpMethods.Get, HttpMethods.Head], (string file, HttpContext context, StudioFiles files) => files.Send(context, file)).AllowAnonymous();

        var api = app.MapGroup(Address).AddEndpointFilter<OwnPagesOnly>();
        var reads = api.MapGroup("").RequireAuthorization(Permissions.ReadWorkflows);
        MapDescriptors(reads.MapGroup("/descriptors"));
        reads.MapGet("/features/installed", () => FixedLists.Features);
        MapDefinitions(reads.MapGroup("/workflow-definitions"));
        reads.Map("/{**other}", (IStringLocalizer<StudioText> text) => ApiProblem.Of(StatusCodes.Status404NotFound, text["Api_NotServed"]));
    }

    private static void MapDescriptors(RouteGroupBuilder descriptors)
    {
        descriptors.MapGet("/activities", (ActivityShapes shapes) => shapes.All() is var all ? new { Items = all, all.Count } : null);
        descriptors.MapGet("/activities/{type}", (string type, ActivityShapes shapes, IStringLocalizer<StudioText> text) =>
            shapes.Find(type) is { } shape ? (IResult)TypedResults.Ok(shape) : ApiProblem.Of(StatusCodes.Status404NotFound, text["Api_NoActivity", type]));
        descriptors.MapGet("/expression-descriptors", () => FixedLists.Expressions);
        descriptors.MapGet("/variables", () => FixedLists.VariableTypes);
        descriptors.MapGet("/storage-drivers", () => FixedLists.StorageDrivers);
        descriptors.MapGet("/incident-strategies", () => FixedLists.IncidentStrategies);
        descriptors.MapGet("/workflow-activation-strategies", () => FixedLists.ActivationStrategies);
        descriptors.MapGet("/log-persistence-strategies", () => FixedLists.None);
        descriptors.MapGet("/commit-strategies/workflows", () => FixedLists.None);
        descriptors.MapGet("/commit-strategies/activities", () => FixedLists.None);
    }

    private static void MapDefinitions(RouteGroupBuilder definitions)
    {
        definitions.MapGet("", (DefinitionReads reads, string? versionOptions, string? searchTerm, int? page, int? pageSize, string[]? definitionIds, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            reads.ListAsync(versionOptions, searchTerm, page, pageSize, definitionIds, user, cancellationToken));
        definitions.MapGet("/by-definition-id/{definitionId}", (DefinitionReads reads, string definitionId, string? versionOptions, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            reads.ByDefinitionIdAsync(definitionId, versionOptions, user, cancellationToken));
        definitions.MapGet("/by-id/{id}", (DefinitionReads reads, string id, ClaimsPrincipal user, CancellationToken cancellationToken) => reads.ByIdAsync(id, user, cancellationToken));
        definitions.MapGet("/{definitionId}/export", (DefinitionReads reads, string definitionId, CancellationToken cancellationToken) => reads.ExportAsync(definitionId, cancellationToken));
    }
}
