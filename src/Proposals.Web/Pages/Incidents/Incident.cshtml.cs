using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Incidents;
using Proposals.Persistence;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Incidents;

/// <summary>One incident, and the ways to go on from it. The admin sees the machine, not the case.</summary>
[Authorize(Policy = Permissions.RepairWorkflows)]
public sealed class IncidentPage(IncidentQuery query, CaseActs acts, RefusalWords words, IncidentWords sentences, TimeProvider clock, IStringLocalizer<IncidentsText> text) : PageModel
{
    private const string Retry = "retry";
    private const string SkipBy = "skip:";

    public sealed class WayInput
    {
        [Required, Display(Name = "Way")]
        public string? Way { get; set; }

        [Required, StringLength(Lengths.Remark, MinimumLength = IncidentRefusals.ShortestReason), Display(Name = "Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public FormSeal Seal { get; set; } = new();

    [BindProperty]
    public WayInput Input { get; set; } = new();

    public IncidentRow Row { get; private set; } = null!;

    public RefusalNote? Refusal { get; private set; }

    public ChoiceSet Ways => new($"{nameof(Input)}.{nameof(WayInput.Way)}", text["Way"], Input.Way,
    [
        new Choice(Retry, text["Way_Retry"], text["Way_RetryText"]),
        .. Row.Incident.PortNames.Select(port => new Choice(SkipBy + port, text["Way_Skip", IncidentWords.Port(Row.Incident, port)], text["Way_SkipText"])),
    ]);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await query.FindAsync(Id, cancellationToken) is not { } found)
            return NotFound();
        Row = found;
        Seal.Revision = found.Revision;
        Input.Way = Retry;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await query.FindAsync(Id, cancellationToken) is not { } found)
            return NotFound();
        Row = found;
        if (!ModelState.IsValid)
            return Page();
        var now = clock.GetUtcNow();
        var outcome = await acts.RunAsync(found.Incident.CaseId, new ActRequest(User.PersonId(), Seal.Key, Seal.Revision, new ActLine(Act())), now, cancellationToken);
        if (outcome.Refusal is { } refusal)
            return await RefuseAsync(refusal, cancellationToken);
        this.Say(await query.FindAgainAsync(found.Incident, now, cancellationToken) is { } again
            ? text["Said_Again", sentences.Sentence(again)]
            : text["Said_GoesOn"]);
        return Redirect("/incidents");
    }

    private CaseAct Act() => Input.Way?.StartsWith(SkipBy, StringComparison.Ordinal) == true
        ? new SkipIncident(Id, Input.Way[SkipBy.Length..], Input.Reason ?? "")
        : new RetryIncident(Id, Input.Reason ?? "");

    private async Task<IActionResult> RefuseAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        Refusal = words.Of(refusal);
        Row = await query.FindAsync(Id, cancellationToken) ?? Row;
        Seal = FormSeal.Renewed(ModelState, Row.Revision);
        return Page();
    }
}
