namespace Proposals.Intake.TakeOver;

/// <summary>What a column of the office's own ledger says of an item beyond what an assignment list says.</summary>
public enum LedgerField
{
    Sender,
    Role,
    OtherUnits,
    ReceivedOn,
    Department,
    Leader,
    Handler,
    AllocatedOn,

    /// <summary>One column a consultation, or several in one cell: day, kind, who was there.</summary>
    Meetings,

    /// <summary>Why a reply went out with fewer consultations than the rules ask.</summary>
    Override,
    SubmittedOn,
    SignedOn,
    Signatory,
    ResultClass,
    DocumentNumber,
    DeliveredOn,
    Attitude,
    Result,
    FeedbackOn,
    ReassignedOn,

    /// <summary>Each with its day, and the day it was kept.</summary>
    Promises,
    ArchivedOn,
}
