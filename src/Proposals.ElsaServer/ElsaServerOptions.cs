using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Proposals.ElsaServer;

internal sealed class ElsaServerOptions
{
    public const string Section = "Proposals";

    /// <summary>Where Web answers, ending in a slash.</summary>
    [Required]
    public Uri? Web { get; set; }

    /// <summary>The secret both sides sign their messages with.</summary>
    [Required, MinLength(32)]
    public string Secret { get; set; } = "";

    /// <summary>The key with which Web uses the Elsa API. Nobody else uses it: people see Web only.</summary>
    [Required, MinLength(32)]
    public string ApiKey { get; set; } = "";

    /// <summary>Whether the sweep of deadlines is woken from here; if not, Web's own scheduler wakes it. Both at once do no harm: a rung is raised once.</summary>
    public bool WakesSweep { get; set; }

    [Required]
    public string SweepCron { get; set; } = "* * * * *";

    /// <summary>Opens the Hangfire dashboard to <see cref="Jobs.DashboardDoor.UserName"/>; left out, there is no dashboard.</summary>
    [MinLength(16)]
    public string? DashboardPassword { get; set; }
}

internal sealed class ElsaServerOptionsValidator : IValidateOptions<ElsaServerOptions>
{
    public ValidateOptionsResult Validate(string? name, ElsaServerOptions options)
    {
        string[] wrong =
        [
            .. Wrong(nameof(options.Web), options.Web),
            .. WithoutSlash(options.Web),
        ];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(string key, Uri? address)
    {
        if (address is not null && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")))
            yield return $"{ElsaServerOptions.Section}:{key} is not an http or https address: {address}";
    }

    // HttpClient would cut the last part of such a path off, and every call would miss.
    private static IEnumerable<string> WithoutSlash(Uri? web)
    {
        if (web is { IsAbsoluteUri: true } && !web.AbsolutePath.EndsWith('/'))
            yield return $"{ElsaServerOptions.Section}:{nameof(ElsaServerOptions.Web)} must end in a slash: {web}";
    }
}
