using System.Diagnostics.CodeAnalysis;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Reply;

namespace Proposals.Intake.TakeOver;

/// <summary>The product's own acts, one after the other, that bring an item where the ledger says it stands. It goes as far as the facts reach; a later fact without an earlier one it needs is a mistake of the row.</summary>
internal sealed class LedgerStory(LedgerEntry told, LedgerStaff staff, RuleProfile profile, Guid clerkId, DateTimeOffset now)
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
        var proposers = told.Registration.Proposers.Select(entry => entry with { Id = TimedId.At(now) }).ToList();
        acts.Add(new ToldAct(new ActLine(told.Registration with { Proposers = proposers }), null));
        if (IsAllocated || told.ReceivedOn is not null)
            Do(LedgerField.ReceivedOn, new ReceiveCase(), told.ReceivedOn ?? Assumed(LedgerField.ReceivedOn, told.Registration.AssignedOn), clerkId);
        Allocate();
        var replied = told.DeliveredOn ?? DateOnly.MaxValue;
        Meet([.. told.Meetings.Where(meeting => meeting.On <= replied)], proposers);
        Draft();
        Deliver(proposers);
        Meet([.. told.Meetings.Where(meeting => meeting.On > replied)], proposers);
        Answer(proposers);
        return (acts, problems, notes);
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

    private void Meet(IReadOnlyList<ToldMeeting> meetings, IReadOnlyList<ProposerEntry> proposers)
    {
        foreach (var meeting in meetings.OrderBy(meeting => meeting.On))
        {
            Guid[] people = [.. meeting.Staff.Append(told.HandlerId ?? clerkId).Distinct()];
            var act = new RecordConsultation(meeting.Kind, SeeFile) { ProposersPresent = [proposers[0].Id ?? default], StaffPresent = people };
            Do(LedgerField.Meetings, act, meeting.On, told.HandlerId ?? clerkId);
        }
    }

    private void Draft()
    {
        if (!IsDrafted)
            return;
        var given = Latest(LedgerField.DeliveredOn, LedgerField.SignedOn, LedgerField.SubmittedOn, LedgerField.DocumentNumber, LedgerField.ResultClass, LedgerField.Promises);
        var signedOn = told.SignedOn ?? told.DeliveredOn;
        if (Lacks(told.HandlerId, LedgerField.Handler, given) || Lacks(told.ResultClass, LedgerField.ResultClass, given) || told.Department is null)
            return;
        if (Lacks(told.SubmittedOn ?? signedOn, LedgerField.SubmittedOn, LedgerField.ResultClass))
            return;
        var submittedOn = told.SubmittedOn ?? Assumed(LedgerField.SubmittedOn, signedOn ?? default);
        if (told.Override.Length > 0 && (staff.PrincipalId ?? told.LeaderId) is { } allowing)
            Do(LedgerField.Override, new GrantOverride(told.Override), submittedOn, allowing);
        Do(LedgerField.SubmittedOn, new SubmitReply(told.ResultClass, SeeFile)
        {
            Commitments = [.. told.Promises.Select(promise => new Promise(promise.Text, promise.DueOn) { Id = CommitmentId.New(now), DepartmentId = told.Department.Id, ResponsibleId = told.HandlerId })],
        }, submittedOn, told.HandlerId.Value);
        if (!IsSigned || Lacks(signedOn, LedgerField.SignedOn, Latest(LedgerField.DocumentNumber, LedgerField.Signatory)))
            return;
        Sign(told.SignedOn ?? Assumed(LedgerField.SignedOn, signedOn.Value));
    }

    private void Sign(DateOnly on)
    {
        if (told.Department?.HeadId is { } head && head != told.HandlerId)
            Do(LedgerField.SignedOn, new ReviewByHead(true), on, head);
        if (staff.DirectorId is not { } director)
        {
            problems.Add((LedgerField.SignedOn, new Refusal("ledger.nobody-holds", Duty.OfficeDirector)));
            return;
        }

        Do(LedgerField.SignedOn, new ReviewByOffice(true), on, director);
        var mustBePrincipal = told.Registration.IsKey && profile.PrincipalSigns.Contains(PrincipalSignsFor.KeyItem);
        var first = mustBePrincipal ? told.LeaderId : told.SignatoryId ?? told.LeaderId;
        if (first is { } leader)
            Do(LedgerField.SignedOn, new ReviewByDeputy(true), on, leader);
        if (!mustBePrincipal || staff.IsPrincipal(first))
            return;
        if ((staff.IsPrincipal(told.SignatoryId) ? told.SignatoryId : staff.PrincipalId) is { } principal)
            Do(LedgerField.SignedOn, new SignReply(true), on, principal);
        else
            problems.Add((LedgerField.SignedOn, new Refusal("ledger.nobody-holds", Duty.Principal)));
    }

    private void Deliver(IReadOnlyList<ProposerEntry> proposers)
    {
        if (!IsSigned || acts.TrueForAll(act => act.Field != LedgerField.SignedOn))
            return;
        if (told.DocumentNumber.Length > 0 && (told.SignedOn ?? told.DeliveredOn) is { } sealedOn)
            Do(LedgerField.DocumentNumber, new NumberAndSeal { DocumentNumber = told.DocumentNumber }, sealedOn, clerkId);
        if (!IsReplied || Lacks(told.DocumentNumber.Length > 0 ? told.DocumentNumber : null, LedgerField.DocumentNumber, LedgerField.DeliveredOn)
            || Lacks(told.DeliveredOn, LedgerField.DeliveredOn, Latest(LedgerField.FeedbackOn, LedgerField.Attitude, LedgerField.Result, LedgerField.ReassignedOn, LedgerField.ArchivedOn, LedgerField.Promises)))
            return;
        if (told.Way is null)
            notes.Add(new Refusal("ledger.way-assumed", DeliveryWay.Post));
        Do(LedgerField.DeliveredOn, new RecordDelivery([.. proposers.Where(entry => entry.Role != ProposerRole.Seconder).Select(entry => entry.Id ?? default)], told.Way ?? DeliveryWay.Post) { HandedOverById = told.HandlerId }, told.DeliveredOn.Value, told.HandlerId ?? clerkId);
    }

    private void Answer(IReadOnlyList<ProposerEntry> proposers)
    {
        if (acts[^1].Line.Act is not (RecordDelivery or RecordConsultation) || acts.TrueForAll(act => act.Line.Act is not RecordDelivery))
            return;
        var answeredOn = told.FeedbackOn ?? told.ArchivedOn;
        if (told.Attitude is not null || told.Result is not null)
        {
            if (Lacks(told.Attitude, LedgerField.Attitude, LedgerField.Result) || Lacks(told.Result, LedgerField.Result, LedgerField.Attitude)
                || Lacks(answeredOn, LedgerField.FeedbackOn, LedgerField.Result))
                return;
            var on = told.FeedbackOn ?? Assumed(LedgerField.FeedbackOn, answeredOn.Value);
            Do(LedgerField.Result, new RecordFeedback(proposers[0].Id ?? default, told.Attitude.Value, told.Result.Value, null), on, clerkId);
        }
        else if (told.FeedbackOn is not null)
        {
            problems.Add((LedgerField.FeedbackOn, new Refusal("ledger.needs", LedgerField.FeedbackOn, LedgerField.Result)));
        }
        else if (told.ArchivedOn is { } silent)
        {
            Do(LedgerField.ArchivedOn, new RecordLapse(), silent, clerkId);
        }

        if (told.ReassignedOn is { } again)
            Do(LedgerField.ReassignedOn, new StartRehandling(), again, clerkId);
        Keep();
        if (told.ArchivedOn is { } archived)
            Do(LedgerField.ArchivedOn, new CloseAndArchive(), archived, clerkId);
    }

    private void Keep()
    {
        if (acts.Select(act => act.Line.Act).OfType<SubmitReply>().FirstOrDefault() is not { } reply || told.HandlerId is not { } handler)
            return;
        foreach (var (promise, kept) in reply.Commitments.Zip(told.Promises).Where(pair => pair.Second.KeptOn is not null).OrderBy(pair => pair.Second.KeptOn))
            Do(LedgerField.Promises, new RecordProgress(promise.Id ?? default, CommitmentState.Kept, SeeFile), kept.KeptOn ?? default, handler);
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
