using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Proposals.Acts;

namespace Proposals.Web.Operations;

/// <summary>Traces, metrics and logs by OTLP where a collector is named; what the framework and the database driver tell of themselves, and our acts.</summary>
public static class TelemetryRegistration
{
    private const string EnvironmentEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        var isOurs = Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint);
        if (!isOurs && string.IsNullOrEmpty(builder.Configuration[EnvironmentEndpoint]))
            return;
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("proposals", serviceVersion: ProductFacts.Version))
            .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "Npgsql", ActTelemetry.Name).AddProcessor(new WithoutPeople()))
            .WithMetrics(metrics => metrics.AddMeter(
                "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics", "Microsoft.EntityFrameworkCore", "Npgsql", "System.Runtime", ActTelemetry.Name))
            .WithLogging();
        if (isOurs && endpoint is not null)
            telemetry.UseOtlpExporter(options.Protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf, endpoint);
        else
            telemetry.UseOtlpExporter();
    }

    /// <summary>An address may carry a name that somebody looked for, or be a person's own; neither leaves this machine.</summary>
    private sealed class WithoutPeople : BaseProcessor<Activity>
    {
        private static readonly string[] Personal = ["url.query", "url.full", "http.url", "http.target", "client.address", "client.port", "network.peer.address", "network.peer.port", "user_agent.original", "http.user_agent"];

        public override void OnEnd(Activity data)
        {
            foreach (var tag in Personal)
                data.SetTag(tag, null);
        }
    }
}
