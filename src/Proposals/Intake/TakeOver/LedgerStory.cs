using System.Diagnostics.CodeAnalysis;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Intake.TakeOver;

/// <summary>The product's own acts, one after the other, that bring an item where the ledger says it stands. It goes as far as the facts reach; a later fact without an earlier one it needs is a mistake of the row.</summary>
/// <param name="told">What the row says.</param>
/// <param name="standing">The item as a list registered it; null where the ledger is the first to tell of it.</param>
internal sealed partial class LedgerStory(LedgerEntry told, ProposalCase? standing, LedgerStaff staff, RuleProfile profile, Guid clerkId, DateTimeOffset now)
{
    /// <summary>What stands where the text of a paper would: the paper itself lies in the office's files.</summary>
    private const string SeeFile = "（台账接管，详见纸质档案）";

    private readonly List<ToldAct> acts = [];
    private readonly List<(LedgerField Field, Refusal Reason)> problems = [];
    private readonly List<Refusal> notes = [];

    private bool IsReplied => told.DeliveredOn is not null || told.FeedbackOn is not null || told.Attitude is not null || told.Result is not null || told.ReassignedOn is not null || told.ArchivedOn is not null || told.Promises.Any(promise => promise.KeptOn is not null);

    private bool IsSigned => IsReplied || told.SignedOn is not null || told.SignatoryId is not null || told.DocumentNumber.Length > 0;

    private bool IsDrafted => IsSigned || told.SubmittedOn is not null || told.ResultClass is not null || told.Promises.Count > 0;

    private bool IsAllocated => IsDrafted || told.Department is not null || told.HandlerId is not null || told.AllocatedOn is not null || told.Meetings.Count > 0 || told.Override.Length > 0;

    public (IReadOnlyList<ToldAct> Acts, IReadOnlyList<(LedgerField Field, Refusal Reason)> Problems, IReadOnlyList<Refusal> Notes) Tell()
    {
        var proposers = standing is null ? Registered() : TakenOver(standing);
        if (standing?.ReceivedOn is null && (IsAllocated || told.ReceivedOn is not null))
            Do(LedgerField.ReceivedOn, new ReceiveCase(), told.ReceivedOn ?? Assumed(LedgerField.ReceivedOn, told.Registration.AssignedOn), clerkId);
        Allocate();
        var replied = told.DeliveredOn ?? DateOnly.MaxValue;
        Meet([.. told.Meetings.Where(meeting => meeting.On <= replied)], proposers);
        Draft();
        Deliver(proposers);
        Meet([.. told.Meetings.Where(meeting => meeting.On > replied)], proposers);
        Answer(proposers);
        if (told.Ending is { } ending)
            End(ending);
        return (acts, problems, notes);
    }

    private List<ProposerEntry> Registered()
    {
        var proposers = told.Registration.Proposers.Select(entry => entry with { Id = TimedId.At(now) }).ToList();
        acts.Add(new ToldAct(new ActLine(told.Registration with { Proposers = proposers }), null));
        return proposers;
    }

    private List<ProposerEntry> TakenOver(ProposalCase subject)
    {
        acts.Add(new ToldAct(new ActLine(new TakeOverCase()), null));
        return [.. subject.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => new ProposerEntry(proposer.Name, proposer.Role) { Id = proposer.Id })];
    }

    private void Do(LedgerField field, CaseAct act, DateOnly on, Guid decidedBy) =>
        acts.Add(new ToldAct(new ActLine(act) { OccurredOn = on, DecidedById = decidedBy == clerkId ? null : decidedBy }, field));

    private void Allocate()
    {
        if (!IsAllocated)
            return;
        var onward = IsDrafted ? Latest(LedgerField.DeliveredOn, LedgerField.SignedOn, LedgerField.SubmittedOn, LedgerField.DocumentNumber, LedgerField.ResultClass, LedgerField.Promises) : told.HandlerId is not null ? LedgerField.Handler : told.Meetings.Count > 0 ? LedgerField.Meetings : LedgerField.AllocatedOn;
        if (Lacks(told.Department, LedgerField.Department, onward) || Lacks(told.LeaderId, LedgerField.Leader, LedgerField.Department))
            return;
        var on = told.AllocatedOn ?? Assumed(LedgerField.AllocatedOn, told.ReceivedOn ?? told.Registration.AssignedOn);
        Do(LedgerField.Department, new ProposeAllocation(told.Department.Id) { LeaderId = told.LeaderId, SuggestedHandlerId = told.HandlerId }, on, clerkId);
        Do(LedgerField.AllocatedOn, new DecideAllocation(true), on, told.LeaderId.Value);
        if (told.HandlerId is { } handler && told.Department.HeadId is { } head)
            Do(LedgerField.Handler, new AcceptAndName(handler), on, head);
    }

    /// <summary>How it left the bureau. Whatever else the row tells of it must lie before; what lies behind is refused by the acts themselves.</summary>
    private void End(ToldEnding ending)
    {
        if (ending.How == CaseEnding.Withdrawn)
        {
            Do(LedgerField.Ending, new WithdrawCase(SeeFile, null), ending.On, clerkId);
            return;
        }

        if (Lacks(ending.WentTo.Length > 0 ? ending.WentTo : null, LedgerField.OtherUnits, LedgerField.Ending))
            return;
        if (ending.How == CaseEnding.Reassigned)
        {
            Do(LedgerField.Ending, new RecordReassignment(ending.WentTo), ending.On, clerkId);
        }
        else if (staff.PrincipalId is { } principal)
        {
            Do(LedgerField.Ending, new RequestReturn(SeeFile, ending.WentTo, principal), ending.On, clerkId);
            Do(LedgerField.Ending, new DecideReturn(true) { Opinion = SeeFile }, ending.On, principal);
            Do(LedgerField.Ending, new AnswerReturn(true), ending.On, clerkId);
        }
        else
        {
            problems.Add((LedgerField.Ending, new Refusal("ledger.nobody-holds", Duty.Principal)));
        }
    }

    private void Meet(IReadOnlyList<ToldMeeting> meetings, IReadOnlyList<ProposerEntry> proposers)
    {
        foreach (var meeting in meetings.OrderBy(meeting => meeting.On))
        {
            Guid[] people = [.. meeting.Staff.Append(told.HandlerId ?? clerkId).Distinct()];
            var act = new RecordConsultation(meeting.Kind, SeeFile) { ProposersPresent = [proposers[0].Id ?? default], StaffPresent = people };
            Do(LedgerField.Meetings, act, meeting.On, told.HandlerId ?? clerkId);
        }
    }

    /// <summary>The row says the later thing and not the earlier one that it needs.</summary>
    private bool Lacks<T>([NotNullWhen(false)] T? value, LedgerField field, LedgerField given)
    {
        if (value is not null)
            return false;
        if (!problems.Exists(problem => problem.Reason.Code == "ledger.needs" && Equals(problem.Reason.Arguments[1], field)))
            problems.Add((given, new Refusal("ledger.needs", given, field)));
        return true;
    }

    /// <summary>The first of these that the row says; the last where it says none.</summary>
    private LedgerField Latest(params IReadOnlyList<LedgerField> fields) => fields.Where(Says).Append(fields[^1]).First();

    private bool Says(LedgerField field) => field switch
    {
        LedgerField.DeliveredOn => told.DeliveredOn is not null,
        LedgerField.SignedOn => told.SignedOn is not null,
        LedgerField.SubmittedOn => told.SubmittedOn is not null,
        LedgerField.ResultClass => told.ResultClass is not null,
        LedgerField.FeedbackOn => told.FeedbackOn is not null,
        LedgerField.Attitude => told.Attitude is not null,
        LedgerField.Result => told.Result is not null,
        LedgerField.ReassignedOn => told.ReassignedOn is not null,
        LedgerField.ArchivedOn => told.ArchivedOn is not null,
        LedgerField.DocumentNumber => told.DocumentNumber.Length > 0,
        _ => false,
    };

    private DateOnly Assumed(LedgerField field, DateOnly on)
    {
        notes.Add(new Refusal("ledger.day-assumed", field, on));
        return on;
    }
}
