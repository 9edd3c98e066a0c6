using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Operations;
using Proposals.Web.Face;
using Proposals.Web.Operations;

namespace Proposals.Web.Pages.Operations;

/// <summary>运行状况: is everything well, in one glance. Figures of the machine and numbers of cases, never a case's content.</summary>
[Authorize(Policy = Permissions.ReadOperations)]
public sealed class HealthPage(
    WatchClock watch, StandingQuery standing, NoticeDispatch dispatch, ChannelQuery channels, LastRuns runs, ProductFacts facts, OfficeRules rules, IAuthorizationService permissions, TimeProvider clock, IStringLocalizer<HealthText> text) : PageModel
{
    private const long LittleSpace = 1L << 30;

    private static readonly TimeSpan OldBackup = TimeSpan.FromDays(7);

    /// <summary>Before then the next year's holidays are announced, and its calendar can be had.</summary>
    private const int CalendarEndsSoonDays = 30;

    public WatchReport Report { get; private set; } = null!;

    public Standing Standing { get; private set; } = null!;

    /// <summary>The ways out of the house that are configured.</summary>
    public IReadOnlyList<ChannelStanding> Channels { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public TimeSpan Uptime => facts.Uptime;

    public DateOnly CoveredUntil => rules.Calendar.CoveredUntil;

    /// <summary>Links to cases are for whoever may open them.</summary>
    public bool ReadsCases { get; private set; }

    public bool CalendarEndsSoon => CoveredUntil < OfficeClock.Day(Now).AddDays(CalendarEndsSoonDays);

    public bool HasLittleSpace => Standing.FreeBytes < LittleSpace;

    public bool BackupIsOld => Standing.LastBackup is not { } last || Now - last.At > OldBackup;

    /// <summary>What runs here by the clock; where no notice leaves the house, nothing sends any.</summary>
    public IEnumerable<Errand> Errands => Enum.GetValues<Errand>().Where(errand => errand != Errand.NoticeDispatch || Channels.Count > 0);

    public DateTimeOffset? RanAt(Errand errand) => runs.Of(errand);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Report = watch.Latest ?? await watch.LookAsync(cancellationToken);
        Standing = await standing.ReadAsync(Now, cancellationToken);
        var standings = new List<ChannelStanding>();
        foreach (var channel in dispatch.Channels)
            standings.Add(await channels.ReadAsync(channel, Now, cancellationToken));
        Channels = standings;
        ReadsCases = (await permissions.AuthorizeAsync(User, Permissions.ReadCases)).Succeeded;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var report = await watch.LookAsync(cancellationToken);
        if (report.IsWell)
            this.Say(text["Said_Well"]);
        return RedirectToPage();
    }
}
