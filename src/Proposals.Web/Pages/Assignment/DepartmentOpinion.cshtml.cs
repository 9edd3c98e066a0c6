using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>提出协办意见: a helping department's answer to what it was asked.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DepartmentOpinionPage(ActDesk desk) : ActPage(desk)
{
    public sealed class OpinionInput
    {
        [Required, StringLength(Lengths.LongText), Display(Name = "Co_Opinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty]
    public OpinionInput Input { get; set; } = new();

    public override string ActCode => nameof(GiveDepartmentOpinion);

    public override bool KeepsDraft => true;

    /// <summary>The office, which enters for any of them, sees every open question.</summary>
    public IEnumerable<CoDepartment> Asked => CaseFile.Case.CoDepartments.Where(named => named is { AnsweredOn: null, ReleasedOn: null }
        && (Desk.MyDuties.Includes(Duties.Office) || IsMine(named)));

    protected override bool MayOpen => base.MayOpen && (Desk.MyDuties.Includes(Duties.Office) || CaseFile.Case.CoDepartments.Exists(IsMine));

    protected override CaseAct Act() => new GiveDepartmentOpinion(Input.Opinion ?? "");

    private bool IsMine(CoDepartment named) =>
        (CaseFile.People.TryGetValue(Desk.Me, out var me) && me.DepartmentId == named.DepartmentId)
        || CaseFile.Waiting.Any(step => step.WorkItems.Exists(item => item.OwnerId == Desk.Me && item.DepartmentId == named.DepartmentId));
}
