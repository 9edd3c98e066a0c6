using Proposals.Handling;
using Proposals.People;

namespace Proposals.Assignment;

/// <summary>Another unit of the same item: who leads, who gives us an opinion, who answers its own part.</summary>
public sealed class CaseUnit
{
    public required Guid Id { get; init; }

    public CaseId CaseId { get; init; }

    public required string Name { get; set; }

    public required OtherUnitRole Role { get; set; }

    /// <summary>The day we asked it for its opinion.</summary>
    public DateOnly? AskedOn { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>The day its opinion came; of a unit that leads, the day its reply came to us.</summary>
    public DateOnly? AnsweredOn { get; set; }

    public UnitStance? Stance { get; set; }

    public string Opinion { get; set; } = "";

    public FileId? PaperId { get; set; }

    /// <summary>How a contradicting opinion was settled: by a meeting with its record, or by a reasoned decision.</summary>
    public string Settlement { get; set; } = "";

    public FileId? SettlementPaperId { get; set; }

    public Guid? SettledById { get; set; }

    public DateOnly? SettledOn { get; set; }

    /// <summary>The assigning body took it out again.</summary>
    public DateOnly? RemovedOn { get; set; }

    /// <summary>It is asked again, in a later round. What it said before stays in the timeline, its paper among the files.</summary>
    public void Forget()
    {
        (AnsweredOn, Stance, Opinion, PaperId) = (null, null, "", null);
        (Settlement, SettlementPaperId, SettledById, SettledOn) = ("", null, null, null);
    }
}

public enum OtherUnitRole
{
    LeadOrganizer,
    CoOrganizer,
    SplitHandling,
}

public enum UnitStance
{
    Agrees,

    /// <summary>Agrees, with remarks that the reply should take up.</summary>
    Remarks,

    /// <summary>Contradicts: needs a meeting record or a reasoned decision.</summary>
    Differs,
}

/// <summary>协办科室: named only when the work needs it; gives its opinion to the department that handles the case.</summary>
public sealed class CoDepartment
{
    public required Guid Id { get; init; }

    public CaseId CaseId { get; init; }

    public required DepartmentId DepartmentId { get; init; }

    public required DateOnly NamedOn { get; init; }

    public required Guid NamedById { get; init; }

    /// <summary>What is asked of it.</summary>
    public string Question { get; init; } = "";

    public DateOnly? AnsweredOn { get; set; }

    public Guid? AnsweredById { get; set; }

    public string Opinion { get; set; } = "";

    public DateOnly? ReleasedOn { get; set; }
}
