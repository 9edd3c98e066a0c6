using Proposals.Consultation;
using Proposals.Handling;
using Proposals.People;
using Proposals.Reply;

namespace Proposals.Intake.TakeOver;

/// <summary>What one row of a ledger says happened to its item, read and resolved to the bureau's own people; nothing of it is judged yet.</summary>
internal sealed record LedgerEntry(RegisterCase Registration)
{
    public DateOnly? ReceivedOn { get; init; }

    public Department? Department { get; init; }

    public Guid? LeaderId { get; init; }

    public Guid? HandlerId { get; init; }

    public DateOnly? AllocatedOn { get; init; }

    public IReadOnlyList<ToldMeeting> Meetings { get; init; } = [];

    public string Override { get; init; } = "";

    public DateOnly? SubmittedOn { get; init; }

    public DateOnly? SignedOn { get; init; }

    public Guid? SignatoryId { get; init; }

    public string? ResultClass { get; init; }

    public string DocumentNumber { get; init; } = "";

    public DateOnly? DeliveredOn { get; init; }

    public DeliveryWay? Way { get; init; }

    public Rating? Attitude { get; init; }

    public Rating? Result { get; init; }

    public DateOnly? FeedbackOn { get; init; }

    public DateOnly? ReassignedOn { get; init; }

    public IReadOnlyList<ToldPromise> Promises { get; init; } = [];

    public DateOnly? ArchivedOn { get; init; }
}

internal sealed record ToldMeeting(DateOnly On, ContactKind Kind, IReadOnlyList<Guid> Staff);

/// <param name="Text">What was promised.</param>
/// <param name="DueOn">By when.</param>
/// <param name="KeptOn">Null while it is open.</param>
internal sealed record ToldPromise(string Text, DateOnly DueOn, DateOnly? KeptOn);
