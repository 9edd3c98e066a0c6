using Proposals.Web.Hosting;
using Quartz;

namespace Proposals.Web.Timers;

public static class TimersRegistration
{
    public static void AddTimers(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<TimerOptions>().BindConfiguration(TimerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<TimerClock>();
        builder.Services.AddTransient<NoticeClock>();
        var options = builder.Configuration.GetSection(TimerOptions.Section).Get<TimerOptions>() ?? new TimerOptions();
        var isScheduled = builder.Services.AddJob<SweepClock>(nameof(TimerOptions.SweepCron), options.SweepCron);
        isScheduled |= builder.Services.AddJob<NoticeClock>(nameof(TimerOptions.NoticeCron), options.NoticeCron);
        if (isScheduled)
            builder.Services.AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);
    }

    /// <returns>Whether this process does it.</returns>
    private static bool AddJob<TJob>(this IServiceCollection services, string key, string cron)
        where TJob : class, IJob
    {
        if (cron.Length == 0)
            return false;
        if (!CronExpression.TryParse(cron, out _))
            throw new StartException($"{TimerOptions.Section}:{key} is '{cron}', and Quartz cannot read it; every minute is '0 * * * * ?', never is ''.");
        services.AddQuartz(quartz => quartz.ScheduleJob<TJob>(trigger => trigger.WithCronSchedule(cron)));
        return true;
    }
}
