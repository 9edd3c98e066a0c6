namespace Proposals.Handling;

/// <summary>
/// Where a case stands, one state at a time, projected from its facts. First is <see cref="PendingReceipt"/>; last is <see cref="Archived"/>.
/// Overdue, key, overridden and entered-late are deliberately no states: they are badges beside one.
/// </summary>
public enum CaseState
{
    PendingReceipt,

    /// <summary>Signed for, not yet allocated (待分办).</summary>
    Received,

    /// <summary>A leader approved the allocation; the department has not named its person (待科室接收).</summary>
    Allocated,
    InHandling,
    Drafting,
    InReview,
    AwaitingSignature,

    /// <summary>Signed, on its way through number, seal and delivery (待送达).</summary>
    Issued,

    /// <summary>Replied; the form is owed by the proposer (待反馈).</summary>
    AwaitingFeedback,

    /// <summary>Round 2 or later, nothing drafted yet.</summary>
    Rehandling,

    /// <summary>Promises of the reply are being kept.</summary>
    FollowUp,
    Closed,
    Archived,

    /// <summary>退办报批中: our own leader has to agree first.</summary>
    ReturnPending,

    /// <summary>退办待复: with the assigning body.</summary>
    ReturnSubmitted,
    Returned,
    Withdrawn,

    /// <summary>改办 to another unit.</summary>
    Reassigned,

    /// <summary>Registered by mistake.</summary>
    Voided,

    /// <summary>Ours is an opinion to the unit that leads (会办).</summary>
    OpinionDrafting,
    OpinionInReview,

    /// <summary>会办意见待签发.</summary>
    OpinionAwaitingSignature,

    /// <summary>Signed, not yet sent.</summary>
    OpinionIssued,

    /// <summary>会办意见已送; closed once the lead's reply is filed.</summary>
    OpinionSent,
}
