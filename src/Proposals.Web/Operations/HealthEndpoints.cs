using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Proposals.Web.Operations;

/// <summary>Asked by whoever starts and watches processes: whether this one lives, and whether it can serve. Names, states and durations; never why, which stands in the log.</summary>
public static class HealthEndpoints
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    /// <summary>Longer than a busy database takes, shorter than whoever asks is willing to wait.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseAnswers>("database", timeout: Longest)
            .AddCheck<SchemaFits>("migrations", timeout: Longest)
            .AddCheck<WorkflowsPublished>("workflows", timeout: Longest);
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var answer = new JsonObject
        {
            ["status"] = report.Status.ToString(),
            ["milliseconds"] = Math.Round(report.TotalDuration.TotalMilliseconds, 1),
            ["checks"] = new JsonArray([.. report.Entries.Select(entry => new JsonObject
            {
                ["name"] = entry.Key,
                ["status"] = entry.Value.Status.ToString(),
                ["milliseconds"] = Math.Round(entry.Value.Duration.TotalMilliseconds, 1),
            })]),
        };
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
