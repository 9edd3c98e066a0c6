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
        var cron = (builder.Configuration.GetSection(TimerOptions.Section).Get<TimerOptions>() ?? new TimerOptions()).SweepCron;
        if (cron.Length == 0)
            return;
        if (!CronExpression.TryParse(cron, out _))
            throw new StartException($"{TimerOptions.Section}:{nameof(TimerOptions.SweepCron)} is '{cron}', and Quartz cannot read it; every minute is '0 * * * * ?', never is ''.");
        builder.Services.AddSweep(cron);
    }

    private static void AddSweep(this IServiceCollection services, string cron)
    {
        services.AddQuartz(quartz => quartz.ScheduleJob<SweepClock>(trigger => trigger.WithCronSchedule(cron)));
        services.AddQuartzHostedService(hosting => hosting.WaitForJobsToComplete = true);
    }
}
