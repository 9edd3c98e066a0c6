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

/// <summary>制定办理方案: the goal and the measures. Where nobody has asked for a plan yet, sending the form begins it.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DraftPlanPage(ActDesk desk, IStringLocalizer<PlansText> text) : ActPage(desk)
{
    private const int FirstRows = 3;

    private int _rowsAsked;

    public sealed class PlanInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Plan_Goal")]
        public string? Goal { get; set; }

        public List<MeasureInput> Measures { get; set; } = [];
    }

    public sealed class MeasureInput
    {
        [StringLength(Lengths.Remark), Display(Name = "Measure_Text")]
        public string? Text { get; set; }

        [Display(Name = "Measure_Department")]
        public DepartmentId? DepartmentId { get; set; }

        [Display(Name = "Measure_Person")]
        public Guid? PersonId { get; set; }

        [Display(Name = "Measure_DueOn")]
        public DateOnly? DueOn { get; set; }
    }

    [BindProperty]
    public PlanInput Input { get; set; } = new();

    public override string ActCode => nameof(SubmitPlan);

    public override bool KeepsDraft => true;

    public HandlingPlan? Last => CaseFile.Plans is [.., var last] ? last : null;

    /// <summary>Waits for its decision; nothing can be sent meanwhile.</summary>
    public bool LiesWithLeader => Last is { Approved: null };

    /// <summary>What is done stays done: a later version is about the rest.</summary>
    public IReadOnlyList<PlanMeasure> Finished => [.. PlanShelf.InForce(CaseFile.Plans).Where(measure => measure.State == MeasureState.Done)];

    public IReadOnlyList<Person> People => CaseFile.Staff;

    public Task<IActionResult> OnPostRowAsync(CancellationToken cancellationToken)
    {
        _rowsAsked = 1;
        return RedrawAsync(cancellationToken);
    }

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        var source = Last is { Approved: false } sentBack ? sentBack.Measures.OrderBy(measure => measure.Position) : PlanShelf.Undone(CaseFile.Plans);
        Input = new PlanInput
        {
            Goal = Last?.Goal,
            Measures = [.. source.Select(known => new MeasureInput { Text = known.Text, DepartmentId = known.DepartmentId, PersonId = known.PersonId, DueOn = known.DueOn })],
        };
        return Task.CompletedTask;
    }

    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        var wanted = Math.Max(Input.Measures.Count + _rowsAsked, FirstRows);
        while (Input.Measures.Count < wanted)
            Input.Measures.Add(new MeasureInput { DepartmentId = CaseFile.Case.DepartmentId, PersonId = CaseFile.Case.HandlerId });
        return Task.CompletedTask;
    }

    /// <summary>A row without words is no measure; one without a date cannot be followed.</summary>
    protected override void CheckForm()
    {
        for (var index = 0; index < Input.Measures.Count; index++)
            if (Input.Measures[index] is { DueOn: null, Text: { } words } && !string.IsNullOrWhiteSpace(words))
                ModelState.AddModelError($"Input.Measures[{index}].DueOn", text["Measure_NeedsDate"]);
    }

    protected override CaseAct Act() => new SubmitPlan(Input.Goal ?? "", [.. Input.Measures.Where(row => !string.IsNullOrWhiteSpace(row.Text)).Select(row =>
        new MeasureEntry(row.Text!.Trim(), row.DueOn ?? Desk.Today) { DepartmentId = row.DepartmentId, PersonId = row.PersonId })]);

    protected override IReadOnlyList<ActLine> Lines() => IsAskedFor ? base.Lines() : [OnBehalf.Line(new BeginPlan()), .. base.Lines()];

    private bool IsAskedFor => CaseFile.Waiting.Any(step => step.ActivityType is "Proposals.DraftPlan" or "Proposals.ApprovePlan");
}
