using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Timers;
using Proposals.Web.Demo;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Demo;

/// <summary>演示时钟: forward by working days, never back, because nothing that was recorded may come to lie in the future. Elsewhere than in the demo there is no such page.</summary>
[Authorize(Policy = Permissions.SignedIn)]
public sealed class ClockPage(TimeProvider clock, OfficeRules rules, TimerSweep timers, IStringLocalizer<DemoText> text) : PageModel
{
    public static IReadOnlyList<int> Steps { get; } = [1, 5];

    public IActionResult OnGet() => clock is DemoClock ? LocalRedirect("/") : NotFound();

    public async Task<IActionResult> OnPostAsync(int days, string? returnUrl, CancellationToken cancellationToken)
    {
        if (clock is not DemoClock demo || !Steps.Contains(days))
            return NotFound();
        demo.Forward(days, rules.Calendar);
        await timers.RunAsync(demo.GetUtcNow(), cancellationToken);
        this.Say(text["Clock_Moved", DateText.InSentence(OfficeClock.Day(demo.GetUtcNow())), days]);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
