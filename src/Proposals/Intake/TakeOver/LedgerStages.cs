namespace Proposals.Intake.TakeOver;

/// <summary>How far into an item's life each column reaches, so that a row can be taken up to what is sure of it.</summary>
internal static class LedgerStages
{
    public const int Registered = 0;

    public const int Archived = 10;

    /// <summary>Null is the item itself. Where it went is asked first: whatever else is sure, an item that left is not worked on.</summary>
    public static int Of(LedgerField? field) => field switch
    {
        LedgerField.ReceivedOn => 1,
        LedgerField.Department or LedgerField.Leader or LedgerField.AllocatedOn => 2,
        LedgerField.Handler => 3,
        LedgerField.Meetings => 4,
        LedgerField.Override or LedgerField.SubmittedOn or LedgerField.ResultClass or LedgerField.Promises => 5,
        LedgerField.SignedOn or LedgerField.Signatory or LedgerField.DocumentNumber => 6,
        LedgerField.DeliveredOn => 7,
        LedgerField.Attitude or LedgerField.Result or LedgerField.FeedbackOn => 8,
        LedgerField.ReassignedOn => 9,
        LedgerField.ArchivedOn => Archived,
        _ => Registered,
    };

    /// <summary>The row as if nothing had been written behind the stage.</summary>
    public static LedgerEntry UpTo(this LedgerEntry entry, int stage)
    {
        bool Keeps(LedgerField field) => Of(field) <= stage;
        return entry with
        {
            ReceivedOn = Keeps(LedgerField.ReceivedOn) ? entry.ReceivedOn : null,
            Department = Keeps(LedgerField.Department) ? entry.Department : null,
            LeaderId = Keeps(LedgerField.Leader) ? entry.LeaderId : null,
            AllocatedOn = Keeps(LedgerField.AllocatedOn) ? entry.AllocatedOn : null,
            HandlerId = Keeps(LedgerField.Handler) ? entry.HandlerId : null,
            Meetings = Keeps(LedgerField.Meetings) ? entry.Meetings : [],
            Override = Keeps(LedgerField.Override) ? entry.Override : "",
            SubmittedOn = Keeps(LedgerField.SubmittedOn) ? entry.SubmittedOn : null,
            ResultClass = Keeps(LedgerField.ResultClass) ? entry.ResultClass : null,
            Promises = Keeps(LedgerField.Promises) ? entry.Promises : [],
            SignedOn = Keeps(LedgerField.SignedOn) ? entry.SignedOn : null,
            SignatoryId = Keeps(LedgerField.Signatory) ? entry.SignatoryId : null,
            DocumentNumber = Keeps(LedgerField.DocumentNumber) ? entry.DocumentNumber : "",
            DeliveredOn = Keeps(LedgerField.DeliveredOn) ? entry.DeliveredOn : null,
            Way = Keeps(LedgerField.DeliveredOn) ? entry.Way : null,
            Attitude = Keeps(LedgerField.Attitude) ? entry.Attitude : null,
            Result = Keeps(LedgerField.Result) ? entry.Result : null,
            FeedbackOn = Keeps(LedgerField.FeedbackOn) ? entry.FeedbackOn : null,
            ReassignedOn = Keeps(LedgerField.ReassignedOn) ? entry.ReassignedOn : null,
            ArchivedOn = Keeps(LedgerField.ArchivedOn) ? entry.ArchivedOn : null,
        };
    }
}
