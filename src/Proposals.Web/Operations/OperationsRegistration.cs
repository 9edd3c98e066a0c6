using Proposals.Web.Pages.Operations;

namespace Proposals.Web.Operations;

public static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddOptions<WatchOptions>().BindConfiguration(WatchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHealth();
        services.AddSingleton<LastRuns>();
        services.AddSingleton<ProductFacts>();
        services.AddSingleton<WatchClock>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchClock>());
        services.AddSingleton<HealthWords>();
        return services;
    }
}
