using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>取消协办.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ReleasePage(ActDesk desk) : ActPage(desk)
{
    public sealed class ReleaseInput
    {
        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Co_Department")]
        public DepartmentId? DepartmentId { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Co_Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public ReleaseInput Input { get; set; } = new();

    public override string ActCode => nameof(ReleaseCoDepartment);

    public IReadOnlyList<CoDepartment> Candidates => [.. CaseFile.Case.CoDepartments.Where(named => named is { AnsweredOn: null, ReleasedOn: null })];

    protected override CaseAct Act() => new ReleaseCoDepartment(Input.DepartmentId ?? default, Input.Reason ?? "");
}
