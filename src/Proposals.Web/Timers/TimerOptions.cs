using System.ComponentModel.DataAnnotations;

namespace Proposals.Web.Timers;

/// <summary>Section <c>Timers</c>.</summary>
public sealed class TimerOptions
{
    public const string Section = "Timers";

    private const string EveryMinute = "0 * * * * ?";
    private const string EveryMinuteBehind = "20 * * * * ?";

    /// <summary>How often this process looks for due timers; 0 leaves it to others.</summary>
    [Range(0, 3600)]
    public int EverySeconds { get; set; } = 3;

    /// <summary>When this process looks for rungs of deadlines, as Quartz writes it; empty leaves it to others.</summary>
    public string SweepCron { get; set; } = EveryMinute;

    /// <summary>When this process lets notices leave the house, behind the sweep that makes most of them; empty leaves it to others.</summary>
    public string NoticeCron { get; set; } = EveryMinuteBehind;
}
