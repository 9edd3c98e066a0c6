using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>督办单: the leader's task that a red rung makes. It stands until he has said what is to be done, or the work itself is done.</summary>
public sealed class SupervisionOrder
{
    /// <summary>The rung's.</summary>
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required DeadlineId DeadlineId { get; init; }

    public required Guid LeaderId { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public DateOnly? DirectedOn { get; set; }

    public Guid? DirectedById { get; set; }

    public string Direction { get; set; } = "";

    /// <summary>By when the leader wants to hear; null where he named no day.</summary>
    public DateOnly? AnswerBy { get; set; }
}
