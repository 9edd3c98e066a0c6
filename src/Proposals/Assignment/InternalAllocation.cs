using Proposals.Handling;
using Proposals.People;

namespace Proposals.Assignment;

/// <summary>局内分办: which department, under which leader. One row a proposal, so that what was sent back stays readable.</summary>
public sealed class InternalAllocation
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required DepartmentId DepartmentId { get; init; }

    public required Guid LeaderId { get; init; }

    public Guid? SuggestedHandlerId { get; init; }

    public string Opinion { get; init; } = "";

    public required Guid ProposedById { get; init; }

    public required DateOnly ProposedOn { get; set; }

    public AllocationDecision Decision { get; set; }

    public Guid? DecidedById { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string DecisionOpinion { get; set; } = "";
}

/// <summary>First is <see cref="Pending"/>. An objection of the department ends an approved one.</summary>
public enum AllocationDecision
{
    Pending,
    Approved,
    SentBack,
    ObjectedTo,
}

/// <summary>Who handled the case from when to when; old records keep showing the person of their time.</summary>
public sealed class HandlerTenure
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required Guid HandlerId { get; init; }

    public required Guid NamedById { get; init; }

    public required DateOnly FromOn { get; set; }

    public DateOnly? UntilOn { get; set; }

    /// <summary>Why it changed hands; empty for the first handler.</summary>
    public string Reason { get; init; } = "";
}
