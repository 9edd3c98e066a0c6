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
            .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "Npgsql", ProductTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(
                "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics", "Microsoft.EntityFrameworkCore", "Npgsql", "System.Runtime", ProductTelemetry.Name))
            .WithLogging();
        if (isOurs && endpoint is not null)
            telemetry.UseOtlpExporter(options.Protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf, endpoint);
        else
            telemetry.UseOtlpExporter();
    }
}
