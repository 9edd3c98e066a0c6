using System.ComponentModel.DataAnnotations;

namespace Proposals.Web.Security;

/// <summary>Section <c>RateLimits</c>: how often the same may come. An office of two hundred behind one address signs in within a few minutes of the morning.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Forms with a password that one address may send in a minute.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerAddress { get; set; } = 60;

    /// <summary>The same for one user name in a quarter of an hour, from wherever.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerName { get; set; } = 30;

    /// <summary>Calendar feeds that one address may fetch in a minute: programs of a whole office ask at the same full hour.</summary>
    [Range(1, 1_000_000)]
    public int FeedsPerAddress { get; set; } = 300;

    /// <summary>Forms with files that one person may send in a minute.</summary>
    [Range(1, 1_000_000)]
    public int UploadsPerPerson { get; set; } = 60;
}
