using Proposals.Handling;
using Proposals.People;
using Proposals.Reply;

namespace Proposals.FollowUp;

/// <summary>承诺事项: something a reply promised, with who keeps it and by when.</summary>
public sealed class Commitment
{
    public required CommitmentId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required ReplyId ReplyId { get; init; }

    public required int Position { get; init; }

    public required string Text { get; set; }

    public DepartmentId? DepartmentId { get; set; }

    public Guid? ResponsibleId { get; set; }

    public required DateOnly DueOn { get; set; }

    public CommitmentState State { get; set; }

    /// <summary>The department says it is done; the office has not looked yet.</summary>
    public DateOnly? ReportedOn { get; set; }

    /// <summary>销号.</summary>
    public DateOnly? ClearedOn { get; set; }

    public Guid? ClearedById { get; set; }

    public List<CommitmentProgress> Progress { get; } = [];
}

/// <summary>First is <see cref="NotStarted"/>; kept and failed are final.</summary>
public enum CommitmentState
{
    NotStarted,
    InProgress,
    Kept,
    Failed,
}

public sealed class CommitmentProgress
{
    public required Guid Id { get; init; }

    public required CommitmentId CommitmentId { get; init; }

    public required DateOnly On { get; set; }

    public required string Text { get; init; }

    public required CommitmentState State { get; init; }

    public FileId? ProofId { get; set; }

    public required Guid ById { get; init; }
}

/// <summary>二次答复: the proposer is told that what was promised is done.</summary>
public sealed class SecondReply
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required ReplyId ReplyId { get; init; }

    public string DocumentNumber { get; set; } = "";

    public required string Text { get; init; }

    /// <summary>The day the proposer was told.</summary>
    public required DateOnly On { get; set; }

    public required DeliveryWay Way { get; set; }

    public FileId? FileId { get; init; }

    public required Guid ById { get; init; }
}

/// <summary>B→A and the like: a case's class was another one before.</summary>
public sealed class ClassChange
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }

    public required string Reason { get; init; }

    public required DateOnly On { get; init; }

    public required Guid ById { get; init; }

    public Guid? SecondReplyId { get; init; }
}

/// <summary>催办: somebody was urged; the second most frequent act of an office.</summary>
public sealed class Urging
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>Who was rung up, in words; whoever has the step, where one was urged here.</summary>
    public required string Whom { get; init; }

    public required string Text { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>催办 here: the step that is asked for. Null for a call by telephone.</summary>
    public Inbox.StepId? StepId { get; init; }

    public required Guid ById { get; init; }
}
