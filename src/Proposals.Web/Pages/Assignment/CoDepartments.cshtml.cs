using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>指定协办科室: who else of ours is asked, and what.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class CoDepartmentsPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class NameInput
    {
        public List<DepartmentId> DepartmentIds { get; set; } = [];

        [Required, StringLength(Lengths.Remark), Display(Name = "Co_Question")]
        public string? Question { get; set; }
    }

    [BindProperty]
    public NameInput Input { get; set; } = new();

    public override string ActCode => nameof(NameCoDepartments);

    /// <summary>All but the one that handles the case and those asked already.</summary>
    public IEnumerable<KeyValuePair<DepartmentId, string>> Candidates => CaseFile.Departments.Where(department => department.Key != CaseFile.Case.DepartmentId
        && !CaseFile.Case.CoDepartments.Exists(named => named.DepartmentId == department.Key && named is { AnsweredOn: null, ReleasedOn: null }));

    protected override void CheckForm()
    {
        if (Input.DepartmentIds.Count == 0)
            ModelState.AddModelError("Input.DepartmentIds", text["Co_ChooseOne"]);
    }

    protected override CaseAct Act() => new NameCoDepartments(Input.DepartmentIds, Input.Question ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string>(text["Co_Done", string.Join('、', Input.DepartmentIds.Select(id => CaseFile.NameOf(id)))]);
}
