using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Proposals.Web.Security;

/// <summary>Section <c>Proxy</c>: from whom the headers about the visitor's own address and HTTPS are believed. Empty, from nobody.</summary>
public sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "Proxy";

    /// <summary>Addresses of the proxies.</summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    /// <summary>Networks in which they stand, as 10.1.0.0/16.</summary>
    public IReadOnlyList<string> Networks { get; set; } = [];

    public bool IsAny => Addresses.Count + Networks.Count > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Addresses.Where(address => !IPAddress.TryParse(address, out _)).Select(address => $"{Section}:{nameof(Addresses)}: {address} is no address.")
            .Concat(Networks.Where(network => !IPNetwork.TryParse(network, out _)).Select(network => $"{Section}:{nameof(Networks)}: {network} is no network."))
            .Select(complaint => new ValidationResult(complaint));
}
