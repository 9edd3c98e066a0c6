using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>延期: asked for, decided by a leader, answered by the assigning body and explained to the proposer in writing. Until both are there the old date stands.</summary>
public sealed class ExtensionRequest
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>The deadline that is to move.</summary>
    public required DeadlineKind Kind { get; init; }

    public required int Round { get; init; }

    public required string Reason { get; init; }

    /// <summary>The date in force when it was asked for.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly AskedUntil { get; init; }

    public required Guid RequestedById { get; init; }

    public required DateOnly RequestedOn { get; init; }

    /// <summary>Who is to decide it.</summary>
    public required Guid LeaderId { get; set; }

    /// <summary>Null until the leader decided.</summary>
    public bool? Approved { get; set; }

    public Guid? DecidedById { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string DecisionOpinion { get; set; } = "";

    /// <summary>Null until the assigning body answered.</summary>
    public bool? Granted { get; set; }

    /// <summary>Not always what was asked for.</summary>
    public DateOnly? GrantedUntil { get; set; }

    public DateOnly? AnsweredOn { get; set; }

    public string Answer { get; set; } = "";

    public FileId? AnswerPaperId { get; set; }

    /// <summary>书面说明 to the proposer.</summary>
    public DateOnly? ExplainedOn { get; set; }

    public FileId? ExplanationPaperId { get; set; }

    /// <summary>From then on the granted date is in force; null while something is missing.</summary>
    public DateOnly? EffectiveOn => Granted == true && AnsweredOn is { } answered && ExplainedOn is { } explained ? (answered > explained ? answered : explained) : null;

    /// <summary>Not asked any more: what it was for went out first.</summary>
    public DateOnly? DroppedOn { get; set; }

    public bool IsPending => DroppedOn is null && (Approved is null || (Approved == true && Granted is null) || (Granted == true && ExplainedOn is null));
}
