using System.ComponentModel.DataAnnotations;

namespace Proposals.Web.Operations;

/// <summary>Section <c>Watch</c>.</summary>
public sealed class WatchOptions
{
    public const string Section = "Watch";

    /// <summary>How often this process looks for what should not be; 0 leaves it to whoever opens the page.</summary>
    [Range(0, 1440)]
    public int EveryMinutes { get; set; } = 5;
}
