using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Statistics;
using Proposals.Web.Accounts;

namespace Proposals.Web.Pages.Statistics;

/// <param name="Key">Of the name and of its 口径.</param>
public sealed record FigureLine(string Key, Rate Rate)
{
    /// <summary>Of a consultation rate: how many it asks for.</summary>
    public int Times { get; init; }

    /// <summary>A target is the bureau's; whoever sees a part of the year is shown none.</summary>
    public LoadTarget? Target { get; init; }
}

/// <summary>统计表 of one handling year.</summary>
[Authorize(Policy = Permissions.ReadStatistics)]
public sealed class FiguresPage(FigureQuery figures, LedgerQuery ledger, OfficeRules rules, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int ShownYear { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public Figures Of { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>Whole bureau or a department's part; the page says which.</summary>
    public bool SeesPart { get; private set; }

    public IReadOnlyList<FigureLine> Rates =>
    [
        new("Replied", Of.Replied),
        new("RepliedOnTime", Of.RepliedOnTime),
        .. Of.Consulted.OrderBy(known => known.Key).Select((known, place) => new FigureLine("Consulted", known.Value) { Times = known.Key, Target = place == 0 && !SeesPart ? rules.Profile.Rates.TargetFor(Of.Owed) : null }),
        new("Closed", Of.Closed),
        new("Resolved", Of.Resolved) { Target = rules.Profile.Rates.ResolvedPercent is { } percent && !SeesPart ? new LoadTarget(0, percent) : null },
        new("FeedbackReturned", Of.FeedbackReturned),
        new("SatisfiedWithAttitude", Of.SatisfiedWithAttitude),
        new("SatisfiedWithResult", Of.SatisfiedWithResult),
        new("CommitmentsKept", Of.CommitmentsKept),
        new("Rehandled", Of.Rehandled),
        new("OpinionsOnTime", Of.OpinionsOnTime),
    ];

    /// <summary>What was assigned and left the bureau, by the way it went.</summary>
    public IReadOnlyList<(string Key, CaseState State, int Count)> Left =>
    [
        ("Returned", CaseState.Returned, Of.Returned),
        ("Withdrawn", CaseState.Withdrawn, Of.Withdrawn),
        ("Reassigned", CaseState.Reassigned, Of.Reassigned),
    ];

    public IReadOnlyList<ResultClass> Classes => rules.Profile.ResultClasses;

    public IReadOnlyList<Light> LightsInOrder { get; } = [Light.Red, Light.Yellow, Light.Blue, Light.Green, Light.Off];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Visibility();
        Today = OfficeClock.Day(clock.GetUtcNow());
        Years = await ledger.YearsAsync(me, cancellationToken);
        ShownYear = Year ?? Years.FirstOrDefault(Today.Year);
        Of = await figures.OfYearAsync(me, ShownYear, Today, cancellationToken);
        SeesPart = !me.Duties.Includes(Duties.Office | Duties.Leaders | Duty.Supervisor) || me.SeesOnlyFrom is not null;
    }
}
