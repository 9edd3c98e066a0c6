using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Plans;

/// <summary>更新举措: how far one measure is.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class MeasurePage(ActDesk desk, IStringLocalizer<PlansText> text) : ActPage(desk)
{
    public sealed class MeasureInput
    {
        [Required, Display(Name = "Measure_State")]
        public MeasureState? State { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Measure_Remark")]
        public string? Remark { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid MeasureId { get; set; }

    [BindProperty]
    public MeasureInput Input { get; set; } = new();

    public override string ActCode => nameof(UpdateMeasure);

    /// <summary>Null where the address names a measure that is not in force; the act says so.</summary>
    public PlanMeasure? Measure => PlanShelf.InForce(CaseFile.Plans).FirstOrDefault(known => known.Id == MeasureId);

    public ChoiceSet States => ChoiceSet.Of("Input.State", text["Measure_State"], Input.State, Desk.Words, MeasureState.NotStarted, MeasureState.InProgress, MeasureState.Done);

    public override IReadOnlyList<Person> Deciders => DecidersOf(ActCode, Measure?.PersonId, Measure?.DepartmentId);

    protected override bool MayOpen => base.MayOpen || (Measure is { } measure && Desk.Owes(CaseFile, measure.PersonId, measure.DepartmentId));

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.State = Measure?.State is MeasureState.NotStarted ? MeasureState.InProgress : Measure?.State;
        Input.Remark = Measure?.Remark;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new UpdateMeasure(MeasureId, Input.State ?? MeasureState.NotStarted) { Remark = Input.Remark ?? "" };
}
