using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

/// <summary>Another unit of the case: what was entered about it, and that it takes no part any more.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class UnitPage(ActDesk desk, CorrectionWords words) : CorrectionPage(desk, words)
{
    public sealed class UnitInput
    {
        [Required, StringLength(Lengths.Name), Display(Name = "Field_UnitName")]
        public string? Name { get; set; }

        [Display(Name = "Field_UnitRole")]
        public OtherUnitRole? Role { get; set; }

        [Display(Name = "Field_UnitAskedOn")]
        public DateOnly? AskedOn { get; set; }

        [Display(Name = "Field_UnitAnsweredOn")]
        public DateOnly? AnsweredOn { get; set; }

        [Display(Name = "Field_UnitStance")]
        public UnitStance? Stance { get; set; }

        [StringLength(Lengths.LongText), Display(Name = "Field_UnitOpinion")]
        public string? Opinion { get; set; }

        [Display(Name = "Field_UnitRemovedOn")]
        public DateOnly? RemovedOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid UnitId { get; set; }

    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public override string ActCode => nameof(CorrectUnit);

    public CaseUnit Unit => CaseFile.Case.Units.First(unit => unit.Id == UnitId);

    /// <summary>Who leads where we do not cannot become another in passing.</summary>
    public bool IsLead => Unit.Role == OtherUnitRole.LeadOrganizer;

    public IReadOnlyList<OtherUnitRole> Roles => IsLead ? [OtherUnitRole.LeadOrganizer] : [OtherUnitRole.CoOrganizer, OtherUnitRole.SplitHandling];

    protected override bool Exists => CaseFile.Case.Units.Exists(unit => unit.Id == UnitId);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new UnitInput
        {
            Name = Unit.Name,
            Role = Unit.Role,
            AskedOn = Unit.AskedOn,
            AnsweredOn = Unit.AnsweredOn,
            Stance = Unit.Stance,
            Opinion = Unit.Opinion,
            RemovedOn = Unit.RemovedOn,
        };
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new CorrectUnit(UnitId, Reason)
    {
        EvidenceId = Why.EvidenceId,
        UnitName = Changed(Input.Name, Unit.Name),
        UnitRole = Changed(Input.Role, Unit.Role),
        UnitAskedOn = Changed(Input.AskedOn, Unit.AskedOn),
        UnitAnsweredOn = Changed(Input.AnsweredOn, Unit.AnsweredOn),
        UnitStance = Changed(Input.Stance, Unit.Stance),
        UnitOpinion = Unit.Stance is null ? null : Changed(Input.Opinion, Unit.Opinion),
        UnitRemovedOn = Changed(Input.RemovedOn, Unit.RemovedOn),
    };
}
