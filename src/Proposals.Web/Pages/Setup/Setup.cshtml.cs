using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Setup;

/// <summary>首次启用: three steps from an empty database to a bureau whose office can begin.</summary>
[Authorize(Policy = Permissions.ManagePeople)]
public sealed class SetupPage(SetupSteps steps, PeopleActs acts, RefusalWords words, TimeProvider clock, IStringLocalizer<SetupText> text) : PageModel
{
    public SetupState State { get; private set; } = null!;

    public DateOnly Today { get; } = OfficeClock.Day(clock.GetUtcNow());

    public RefusalNote? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => State = await steps.ReadAsync(Today, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await acts.FinishSetupAsync(User.PersonId(), clock.GetUtcNow(), cancellationToken) is { } refusal)
        {
            Refusal = words.Of(refusal);
            await OnGetAsync(cancellationToken);
            return Page();
        }

        this.Say(text["Said_Finished"]);
        return Redirect("/");
    }
}
