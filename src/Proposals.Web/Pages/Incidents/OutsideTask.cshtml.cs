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

/// <summary>What a workflow asked of another system, and the form that answers in its place.</summary>
[Authorize(Policy = Permissions.RepairWorkflows)]
public sealed class OutsideTaskPage(IncidentQuery query, CaseActs acts, RefusalWords words, TimeProvider clock, IStringLocalizer<IncidentsText> text) : PageModel
{
    public sealed class ResultInput
    {
        [StringLength(Lengths.Remark), Display(Name = "Result")]
        public string? Result { get; set; }

        [Required, StringLength(Lengths.Remark, MinimumLength = IncidentRefusals.ShortestReason), Display(Name = "Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public FormSeal Seal { get; set; } = new();

    [BindProperty]
    public ResultInput Input { get; set; } = new();

    public OutsideTaskRow Row { get; private set; } = null!;

    public RefusalNote? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await query.FindTaskAsync(Id, cancellationToken) is not { } found)
            return NotFound();
        Row = found;
        Seal.Revision = found.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await query.FindTaskAsync(Id, cancellationToken) is not { } found)
            return NotFound();
        Row = found;
        if (!ModelState.IsValid)
            return Page();
        var act = new CompleteTask(Id, Input.Result, Input.Reason ?? "");
        var outcome = await acts.RunAsync(found.Task.CaseId, new ActRequest(User.PersonId(), Seal.Key, Seal.Revision, new ActLine(act)), clock.GetUtcNow(), cancellationToken);
        if (outcome.Refusal is not { } refusal)
        {
            this.Say(text["Said_Answered"]);
            return Redirect("/incidents?tab=Tasks");
        }

        Refusal = words.Of(refusal);
        Row = await query.FindTaskAsync(Id, cancellationToken) ?? Row;
        Seal = FormSeal.Renewed(ModelState, Row.Revision);
        return Page();
    }
}
