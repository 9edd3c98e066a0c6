using Proposals.Web.Accounts;

namespace Proposals.Web.Live;

public static class LiveRegistration
{
    public const string Address = "/live";

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveBell>();
        services.AddHostedService<OutboxDelivery>();
        return services;
    }

    public static void MapLive(this WebApplication app) =>
        app.MapGet(Address, (HttpContext context, LiveBell bell, IHostApplicationLifetime lifetime) =>
        {
            // Ends with the process too: an open stream must not hold up a restart.
            var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ends);
            return TypedResults.ServerSentEvents(bell.ListenAsync(context.User.PersonId(), context.User.Duties(), ends.Token), eventType: "inbox");
        }).RequireAuthorization(Permissions.SignedIn);
}
