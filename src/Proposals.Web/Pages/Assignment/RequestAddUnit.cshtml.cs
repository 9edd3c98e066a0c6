using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>建议增加承办单位: which unit, with what part, and why.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class RequestAddUnitPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class AddUnitInput
    {
        [Required, StringLength(Lengths.Name), Display(Name = "AddUnit_Unit")]
        public string? UnitName { get; set; }

        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "AddUnit_Role")]
        public OtherUnitRole? Role { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "AddUnit_Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public AddUnitInput Input { get; set; } = new();

    public override string ActCode => nameof(RequestAddUnit);

    public override bool OffersOnBehalf => false;

    public ChoiceSet Roles => UnitRoles.Choices("Input.Role", text["AddUnit_Role"], Input.Role, text);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Role = OtherUnitRole.CoOrganizer;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new RequestAddUnit(Input.UnitName?.Trim() ?? "", Input.Role ?? OtherUnitRole.CoOrganizer, Input.Reason?.Trim() ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["AddUnit_Done"]);
}
