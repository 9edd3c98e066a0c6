using Proposals.People;

namespace Proposals.Handling;

/// <summary>办理方案: obligatory for a key item, welcome for any other. A new version replaces the measures that are not done.</summary>
public sealed class HandlingPlan
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>From 1; a plan sent back or changed later is a further version.</summary>
    public required int Version { get; init; }

    public string Goal { get; init; } = "";

    public required Guid SubmittedById { get; init; }

    public required DateOnly SubmittedOn { get; init; }

    /// <summary>Null until a leader decided.</summary>
    public bool? Approved { get; set; }

    public Guid? DecidedById { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string DecisionOpinion { get; set; } = "";

    public List<PlanMeasure> Measures { get; } = [];
}

/// <summary>举措: what is done, by which department and person, by when.</summary>
public sealed class PlanMeasure
{
    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    public required int Position { get; init; }

    public required string Text { get; init; }

    public DepartmentId? DepartmentId { get; init; }

    public Guid? PersonId { get; internal set; }

    public required DateOnly DueOn { get; init; }

    public MeasureState State { get; set; }

    public DateOnly? DoneOn { get; set; }

    public string Remark { get; set; } = "";
}

/// <summary>First is <see cref="NotStarted"/>.</summary>
public enum MeasureState
{
    NotStarted,
    InProgress,
    Done,
}
