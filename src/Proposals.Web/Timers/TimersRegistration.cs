namespace Proposals.Web.Timers;

public static class TimersRegistration
{
    public static IServiceCollection AddTimers(this IServiceCollection services)
    {
        services.AddOptions<TimerOptions>().BindConfiguration(TimerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<TimerClock>();
        return services;
    }
}
