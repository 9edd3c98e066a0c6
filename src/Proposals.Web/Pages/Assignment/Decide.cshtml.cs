using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DecidePage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class DecideInput
    {
        public bool Agrees { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Decide_Opinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty]
    public DecideInput Input { get; set; } = new();

    public InternalAllocation? Proposed => CaseFile.Allocations.LastOrDefault(allocation => allocation.Decision == AllocationDecision.Pending);

    public override string ActCode => nameof(DecideAllocation);

    protected override CaseAct Act() => new DecideAllocation(Input.Agrees) { Opinion = Input.Opinion?.Trim() ?? "" };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(Input.Agrees
        ? text["Decide_DoneAgreed", CaseFile.NameOf(Proposed?.DepartmentId)]
        : text["Decide_DoneSentBack"]);
}
