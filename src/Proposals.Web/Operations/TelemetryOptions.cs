using System.ComponentModel.DataAnnotations;

namespace Proposals.Web.Operations;

/// <summary>Section <c>Telemetry</c>; the environment's OTEL_EXPORTER_OTLP_* work as well. Without an endpoint nothing is collected and nothing is sent.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Telemetry";

    /// <summary>Where an OpenTelemetry collector listens: http://collector:4317.</summary>
    public string? Endpoint { get; set; }

    /// <summary>grpc, or http/protobuf.</summary>
    [RegularExpression("grpc|http/protobuf", ErrorMessage = "Telemetry:Protocol is grpc or http/protobuf.")]
    public string Protocol { get; set; } = "grpc";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Endpoint) && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return new ValidationResult($"Telemetry:Endpoint is '{Endpoint}'; write an address like http://collector:4317.", [nameof(Endpoint)]);
    }
}
