using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>登记增办答复: whether the unit takes part, and as what.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class AnswerAddUnitPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class AnswerInput
    {
        [Required, Display(Name = "AddUnit_Which")]
        public Guid? RequestId { get; set; }

        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Return_AnswerOf")]
        public bool? Granted { get; set; }

        [Display(Name = "AddUnit_AnswerRole")]
        public OtherUnitRole? Role { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Return_Answer")]
        public string? Answer { get; set; }
    }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public override string ActCode => nameof(AnswerAddUnit);

    public override bool OffersOnBehalf => false;

    public IReadOnlyList<AddUnitRequest> Asked => [.. CaseFile.AddedUnits.Where(request => request.Granted is null)];

    public ChoiceSet Answers => YesNo.Choices("Input.Granted", text["Return_AnswerOf"], Input.Granted,
        new Choice("true", text["AddUnit_Granted"], text["AddUnit_GrantedWhat"]), new Choice("false", text["AddUnit_Refused"], text["AddUnit_RefusedWhat"]));

    public ChoiceSet Roles => UnitRoles.Choices("Input.Role", text["AddUnit_AnswerRole"], Input.Role, text) with { IsRequired = false };

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        if (Asked is [var only])
            (Input.RequestId, Input.Role) = (only.Id, only.Role);
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new AnswerAddUnit(Input.RequestId ?? default, Input.Granted ?? false) { Role = Input.Role, Answer = Input.Answer?.Trim() ?? "" };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(
        Input.Granted == true ? text["AddUnit_DoneGranted", CaseFile.AddedUnits.FirstOrDefault(request => request.Id == Input.RequestId)?.UnitName ?? ""] : text["AddUnit_DoneRefused"]);
}
