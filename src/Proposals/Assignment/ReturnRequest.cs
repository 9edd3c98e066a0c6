using Proposals.Handling;

namespace Proposals.Assignment;

/// <summary>退办: we say the item is not ours, and whose it is. One row a request; what was refused stays readable.</summary>
public sealed class ReturnRequest
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required string Reason { get; init; }

    public required string SuggestedUnit { get; init; }

    public required Guid RequestedById { get; init; }

    public required DateOnly RequestedOn { get; init; }

    /// <summary>Who is to decide it: the leader whom the office named, or who took over from him.</summary>
    public required Guid LeaderId { get; set; }

    /// <summary>Null until the leader decided.</summary>
    public bool? Approved { get; set; }

    public Guid? DecidedById { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string DecisionOpinion { get; set; } = "";

    /// <summary>Null until the assigning body answered.</summary>
    public bool? Granted { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public string Answer { get; set; } = "";

    /// <summary>The unit that has it now.</summary>
    public string WentTo { get; set; } = "";

    public FileId? AnswerPaperId { get; set; }
}

/// <summary>建议增加承办单位: we handle it, and ask for a further unit.</summary>
public sealed class AddUnitRequest
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required string UnitName { get; init; }

    public required OtherUnitRole Role { get; init; }

    public required string Reason { get; init; }

    public required Guid RequestedById { get; init; }

    public required DateOnly RequestedOn { get; init; }

    public bool? Granted { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public string Answer { get; set; } = "";
}

/// <summary>提出异议: a department says the case is not its business; the leader decides.</summary>
public sealed class AllocationObjection
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required Guid AllocationId { get; init; }

    public required string Reason { get; init; }

    public required Guid RaisedById { get; init; }

    public required DateOnly RaisedOn { get; init; }

    /// <summary>Null until the leader decided.</summary>
    public bool? Upheld { get; set; }

    public Guid? DecidedById { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string DecisionOpinion { get; set; } = "";
}
