using Proposals.Handling;

namespace Proposals.Reply;

/// <summary>复函: the reply of one round. Rounds never overwrite each other.</summary>
public sealed class WrittenReply
{
    public required ReplyId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required int Round { get; init; }

    /// <summary>As co-organizer we owe an opinion to the unit that leads, not a reply.</summary>
    public ReplyKind Kind { get; init; }

    /// <summary>Grows with each 送审; every text that was sent for review stays as a <see cref="ReplyVersion"/>.</summary>
    public int Version { get; set; }

    public string ResultClass { get; set; } = "";

    public string Body { get; set; } = "";

    /// <summary>Promises money or projects, so the principal signs.</summary>
    public bool PromisesMoney { get; set; }

    public string ContactPerson { get; set; } = "";

    public string ContactPhone { get; set; } = "";

    public Guid DrafterId { get; set; }

    public DateOnly? FirstSubmittedOn { get; set; }

    /// <summary>Sent for review and not sent back since.</summary>
    public DateOnly? SubmittedOn { get; set; }

    /// <summary>The office found it in order; only signatures are missing.</summary>
    public DateOnly? CheckedOn { get; set; }

    public DateOnly? SignedOn { get; set; }

    public Guid? SignedById { get; set; }

    /// <summary>发文字号, drawn from the series or entered by hand.</summary>
    public string? DocumentNumber { get; set; }

    public DateOnly? SealedOn { get; set; }

    /// <summary>The day it reached the last of those who are owed it.</summary>
    public DateOnly? DeliveredOn { get; set; }

    public int TimesSentBack { get; set; }

    public List<ReplyVersion> Versions { get; } = [];

    public List<ReplyReview> Reviews { get; } = [];

    public List<ReplyDelivery> Deliveries { get; } = [];

    public List<ReplyCopy> Copies { get; } = [];

    /// <summary>Somebody outside holds the paper.</summary>
    public bool IsInOtherHands => DeliveredOn is not null || Deliveries.Count > 0 || Copies.Count > 0;
}

public enum ReplyKind
{
    ReplyLetter,
    CoOrganizerOpinion,
}

/// <summary>抄送 and 已上传上级系统: who else gets the paper, and when he got it.</summary>
public sealed class ReplyCopy
{
    public required Guid Id { get; init; }

    public required ReplyId ReplyId { get; init; }

    public required string Recipient { get; init; }

    public required CopyWay Way { get; init; }

    public required Guid ById { get; init; }

    public required DateOnly On { get; set; }
}

public enum CopyWay
{
    Paper,

    /// <summary>已上传上级系统.</summary>
    Uploaded,
}

/// <summary>A text as it was sent for review.</summary>
public sealed class ReplyVersion
{
    public required Guid Id { get; init; }

    public required ReplyId ReplyId { get; init; }

    public required int Number { get; init; }

    public required string ResultClass { get; init; }

    public required string Body { get; init; }

    public required Guid DrafterId { get; init; }

    public required DateOnly SubmittedOn { get; init; }
}

public sealed class ReplyDelivery
{
    public required Guid Id { get; init; }

    public required ReplyId ReplyId { get; init; }

    public required Guid ProposerId { get; init; }

    public required DeliveryWay Way { get; set; }

    /// <summary>Who handed it over, or sent it.</summary>
    public required Guid ById { get; set; }

    public required DateOnly On { get; set; }

    public FileId? ProofId { get; init; }
}

public enum DeliveryWay
{
    /// <summary>上门送达.</summary>
    HandedOver,

    /// <summary>当面签收.</summary>
    SignedFor,

    /// <summary>邮寄.</summary>
    Post,

    /// <summary>已上传上级系统.</summary>
    Uploaded,
}

/// <summary>The last number drawn in a yearly series.</summary>
public sealed class DocumentSeries
{
    public required string Series { get; init; }

    public required int Last { get; set; }
}
