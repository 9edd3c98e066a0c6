using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Timers;
using Proposals.Web.Acts;
using Proposals.Web.Demo;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Demo;

/// <summary>演示时钟: forward by working days, never back, because nothing that was recorded may come to lie in the future. Elsewhere than in the demo there is no such page.</summary>
[Authorize(Policy = Permissions.SignedIn)]
public sealed class ClockPage(TimeProvider clock, OfficeRules rules, TimerSweep timers, RungSweep rungs, RungQuery told, KindWords kinds, RefusalWords labels, IStringLocalizer<DemoText> text) : PageModel
{
    /// <summary>So many rungs are named in the sentence.</summary>
    private const int MostNamed = 12;

    public static IReadOnlyList<int> Steps { get; } = [1, 5];

    public IActionResult OnGet() => clock is DemoClock ? LocalRedirect("/") : NotFound();

    public async Task<IActionResult> OnPostAsync(int days, string? returnUrl, CancellationToken cancellationToken)
    {
        if (clock is not DemoClock demo || !Steps.Contains(days))
            return NotFound();
        var before = demo.GetUtcNow();
        var sweeps = new DemoSweeps(rungs, rules.Calendar, OfficeClock.Day(before));
        demo.Forward(days, rules.Calendar);
        await timers.RunAsync(demo.GetUtcNow(), cancellationToken);
        await sweeps.UpToAsync(demo.GetUtcNow(), cancellationToken);
        var raised = await told.ToldAsync(before, demo.GetUtcNow(), MostNamed + 1, cancellationToken);
        this.Say(text["Clock_Moved", DateText.InSentence(OfficeClock.Day(demo.GetUtcNow())), days] + Raised(raised));
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }

    private string Raised(IReadOnlyList<RaisedRung> raised) => raised.Count == 0
        ? text["Clock_Quiet"]
        : text["Clock_Raised", string.Join(text["Clock_And"], raised.Take(MostNamed).Select(rung => text["Clock_Rung", labels.Label(rung.Level), kinds.Number(rung.ItemKind, rung.CaseNumber), labels.Label(rung.Kind)].Value)), raised.Count > MostNamed ? text["Clock_More"] : ""];
}
