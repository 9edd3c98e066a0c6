using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>报送办理方案: what is to be reached, and by which measures. A later version replaces the measures that are not done.</summary>
/// <remarks>The plan's own term is met by submitting, because it measures the work of whoever drafts; sent back it is owed again, by the same date.</remarks>
public sealed record SubmitPlan(string Goal, IReadOnlyList<MeasureEntry> Measures) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var plans = await PlanShelf.LoadAsync(scene, cancellationToken);
        if ((CheckState(scene, plans) ?? await CheckFieldsAsync(scene, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        var plan = new HandlingPlan
        {
            Id = TimedId.At(scene.Now),
            CaseId = scene.Case.Id,
            Version = plans.Count + 1,
            Goal = Goal.Trim(),
            SubmittedById = scene.Decider.Id,
            SubmittedOn = scene.OccurredOn,
        };
        var underWay = PlanShelf.Undone(plans).ToList();
        var homes = await OwedWork.HomesAsync(scene, Measures.Where(entry => entry.DepartmentId is null).Select(entry => entry.PersonId), cancellationToken);
        plan.Measures.AddRange(Measures.Select((entry, position) =>
            Measure(scene, plan.Id, position + 1, entry with { DepartmentId = entry.DepartmentId ?? homes.GetValueOrDefault(entry.PersonId ?? Guid.Empty) }, underWay)));
        scene.Db.HandlingPlans.Add(plan);
        scene.Deadlines.Meet(DeadlineKind.HandlingPlan, scene.OccurredOn);
        scene.Means(PlanSteps.Draft, "Submitted");
        return null;
    }

    /// <summary>A measure that stays as it was keeps what was said about it.</summary>
    private static PlanMeasure Measure(CaseScene scene, Guid planId, int position, MeasureEntry entry, List<PlanMeasure> underWay)
    {
        var earlier = underWay.Find(known => known.Text == entry.Text.Trim());
        return new PlanMeasure
        {
            Id = TimedId.At(scene.Now),
            PlanId = planId,
            Position = position,
            Text = entry.Text.Trim(),
            DepartmentId = entry.DepartmentId,
            PersonId = entry.PersonId,
            DueOn = entry.DueOn,
            State = earlier?.State ?? MeasureState.NotStarted,
            Remark = earlier?.Remark ?? "",
        };
    }

    private static Refusal? CheckState(CaseScene scene, IReadOnlyList<HandlingPlan> plans) => scene.Case switch
    {
        { AcceptedOn: null } => PlanRefusals.NotAccepted,
        { ClosedOn: not null } => ActRefusals.WrongState(scene.Case.State),
        _ => plans is [.., { Approved: null }] ? PlanRefusals.AlreadySubmitted : scene.NotBefore(plans is [.., var last] ? last.DecidedOn : scene.Case.AcceptedOn),
    };

    private async Task<Refusal?> CheckFieldsAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (Measures.Count == 0)
        {
            return PlanRefusals.NoMeasures;
        }

        var refusal = ActRefusals.Check(nameof(Goal), Goal)
            ?? Measures.Select(entry => ActRefusals.Check("MeasureText", entry.Text)).FirstOrDefault(wrong => wrong is not null);
        if (refusal is not null)
        {
            return refusal;
        }

        if (Measures.FirstOrDefault(entry => entry.DueOn < scene.OccurredOn) is { } past)
        {
            return PlanRefusals.MeasureInThePast(past.DueOn);
        }

        Guid[] people = [.. Measures.Select(entry => entry.PersonId).OfType<Guid>().Distinct()];
        DepartmentId[] departments = [.. Measures.Select(entry => entry.DepartmentId).OfType<DepartmentId>().Distinct()];
        return await scene.Db.Users.CountAsync(person => people.Contains(person.Id) && !person.IsDisabled, cancellationToken) < people.Length ? ActRefusals.UnknownPerson
            : await scene.Db.Departments.CountAsync(department => departments.Contains(department.Id), cancellationToken) < departments.Length ? Assignment.AssignmentRefusals.UnknownDepartment
            : null;
    }
}

/// <summary>A measure as the plan words it.</summary>
public sealed record MeasureEntry(string Text, DateOnly DueOn)
{
    public DepartmentId? DepartmentId { get; init; }

    public Guid? PersonId { get; init; }
}
