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
        services.AddSingleton<UnknownActivities>();
        services.AddScoped<DefinitionReads>();
        services.AddScoped<DefinitionWrites>();
        return services;
    }

    /// <summary>Says in a sentence what the pipeline refuses before it reaches an endpoint. After the language of the request is known.</summary>
    public static void UseElsaApiSentences(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase), api => api.UseStatusCodePages(async refused =>
        {
            var text = refused.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<StudioText>>();
            var status = refused.HttpContext.Response.StatusCode;
            var key = status switch
            {
                StatusCodes.Status401Unauthorized => "Api_SignIn",
                StatusCodes.Status403Forbidden => "Api_NotAllowed",
                StatusCodes.Status404NotFound => "Api_NotServed",
                _ => "Api_Method",
            };
            await ApiProblem.Of(status, text[key]).ExecuteAsync(refused.HttpContext);
        }));

    public static void MapElsaApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapMethods(StudioAddress + "/{**file}", [HttpMethods.Get, HttpMethods.Head], (string? file, HttpContext context, StudioFiles files) => files.Send(context, file ?? "")).AllowAnonymous();

        var api = app.MapGroup(Address).AddEndpointFilter<PasswordFirst>().AddEndpointFilter<OwnPagesOnly>().AddEndpointFilter<PlainArguments>();
        var reads = api.MapGroup("").RequireAuthorization(Permissions.ReadWorkflows);
        reads.MapDescriptors();
        reads.MapDefinitionReads();
        reads.Map("/{**other}", (IStringLocalizer<StudioText> text) => ApiProblem.Of(StatusCodes.Status404NotFound, text["Api_NotServed"]));
        api.MapDefinitionWrites();
    }
}
