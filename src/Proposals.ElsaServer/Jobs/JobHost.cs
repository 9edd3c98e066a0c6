using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Options;

namespace Proposals.ElsaServer.Jobs;

internal static class JobHost
{
    public static void AddJobs(this IServiceCollection services, ElsaStorage storage)
    {
        services.AddScoped<TellStepWanted>().AddScoped<TellWaitingSteps>().AddScoped<WakeSweep>().AddScoped<RaiseRung>();
        services.AddHangfire(hangfire =>
        {
            hangfire
                .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                .UseSimpleAssemblyNameTypeSerializer()
                .UseRecommendedSerializerSettings();

            // On SQLite there is one node and Elsa keeps the waits: what memory forgets, the hourly telling brings back.
            if (storage.IsPostgreSql)
                hangfire.UsePostgreSqlStorage(postgres => postgres.UseNpgsqlConnection(storage.ConnectionString));
            else
                hangfire.UseInMemoryStorage();
        });
        services.AddHangfireServer();
    }

    public static void ScheduleJobs(this IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ElsaServerOptions>>().Value;
        var recurring = services.GetRequiredService<IRecurringJobManager>();
        recurring.AddOrUpdate<TellWaitingSteps>(TellWaitingSteps.Id, job => job.RunAsync(CancellationToken.None), Cron.Hourly());
        if (options.WakesSweep)
            recurring.AddOrUpdate<WakeSweep>(WakeSweep.Id, job => job.RunAsync(CancellationToken.None), options.SweepCron);
        else
            recurring.RemoveIfExists(WakeSweep.Id);
    }

    public static void MapJobsDashboard(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ElsaServerOptions>>().Value;
        if (options.DashboardPassword is { } password)
            app.MapHangfireDashboard("/hangfire", new DashboardOptions { Authorization = [new DashboardDoor(password)], DisplayStorageConnectionString = false });
    }
}
