using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Designer.Studio;

namespace Proposals.Web.ElsaApi;

internal static class DescriptorEndpoints
{
    public static void MapDescriptors(this RouteGroupBuilder api)
    {
        api.MapGet("/features/installed", () => FixedLists.Features);
        var descriptors = api.MapGroup("/descriptors");
        descriptors.MapGet("/activities", All);
        descriptors.MapGet("/activities/{type}", One);
        descriptors.MapGet("/expression-descriptors", () => FixedLists.Expressions);
        descriptors.MapGet("/variables", () => FixedLists.VariableTypes);
        descriptors.MapGet("/storage-drivers", () => FixedLists.StorageDrivers);
        descriptors.MapGet("/incident-strategies", () => FixedLists.IncidentStrategies);
        descriptors.MapGet("/workflow-activation-strategies", () => FixedLists.ActivationStrategies);
        descriptors.MapGet("/log-persistence-strategies", () => FixedLists.None);
        descriptors.MapGet("/commit-strategies/workflows", () => FixedLists.None);
        descriptors.MapGet("/commit-strategies/activities", () => FixedLists.None);
    }

    private static IResult All(ActivityShapes shapes)
    {
        var all = shapes.All();
        return TypedResults.Ok(new { Items = all, all.Count });
    }

    private static IResult One(string type, ActivityShapes shapes, IStringLocalizer<StudioText> text) =>
        shapes.Find(type) is { } shape ? TypedResults.Ok(shape) : ApiProblem.Of(StatusCodes.Status404NotFound, text["Api_NoActivity", type]);
}
