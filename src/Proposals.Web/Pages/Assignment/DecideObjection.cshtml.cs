using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>异议审定: whether the case goes to another department.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DecideObjectionPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class DecideInput
    {
        public bool Upheld { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Return_Opinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty]
    public DecideInput Input { get; set; } = new();

    public AllocationObjection? Objection => CaseFile.Objections.LastOrDefault(objection => objection.Upheld is null);

    public override string ActCode => nameof(DecideObjection);

    protected override CaseAct Act() => new DecideObjection(Input.Upheld) { Opinion = Input.Opinion?.Trim() ?? "" };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(
        Input.Upheld ? text["Objection_DoneUpheld"] : text["Objection_DoneDismissed", CaseFile.NameOf(CaseFile.Case.DepartmentId)]);
}
