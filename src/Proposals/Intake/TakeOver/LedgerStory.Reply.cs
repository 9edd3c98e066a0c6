using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.People;
using Proposals.Reply;

namespace Proposals.Intake.TakeOver;

/// <summary>From the draft to the archive.</summary>
internal sealed partial class LedgerStory
{
    private bool IsOpinion => told.Registration.OurRole == OurRole.CoOrganizer;

    private void Draft()
    {
        if (!IsDrafted)
            return;
        var given = Latest(LedgerField.DeliveredOn, LedgerField.SignedOn, LedgerField.SubmittedOn, LedgerField.DocumentNumber, LedgerField.ResultClass, LedgerField.Promises);
        var signedOn = told.SignedOn ?? told.DeliveredOn;
        if (Lacks(told.HandlerId, LedgerField.Handler, given) || (!IsOpinion && Lacks(told.ResultClass, LedgerField.ResultClass, given)) || told.Department is null)
            return;
        if (Lacks(told.SubmittedOn ?? signedOn, LedgerField.SubmittedOn, LedgerField.ResultClass))
            return;
        var submittedOn = told.SubmittedOn ?? Assumed(LedgerField.SubmittedOn, signedOn ?? default);
        if (told.Override.Length > 0 && (staff.PrincipalId ?? told.LeaderId) is { } allowing)
            Do(LedgerField.Override, new GrantOverride(told.Override), submittedOn, allowing);
        Do(LedgerField.SubmittedOn, new SubmitReply(told.ResultClass ?? "", SeeFile)
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
        var mustBePrincipal = !IsOpinion && told.Registration.IsKey && profile.PrincipalSigns.Contains(PrincipalSignsFor.KeyItem);
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
        if (IsOpinion)
        {
            Do(LedgerField.DeliveredOn, new SendOpinion(told.Way ?? DeliveryWay.Post) { HandedOverById = told.HandlerId }, told.DeliveredOn.Value, told.HandlerId ?? clerkId);
            return;
        }

        if (told.Way is null)
            notes.Add(new Refusal("ledger.way-assumed", DeliveryWay.Post));
        Do(LedgerField.DeliveredOn, new RecordDelivery([.. proposers.Where(entry => entry.Role != ProposerRole.Seconder).Select(entry => entry.Id ?? default)], told.Way ?? DeliveryWay.Post) { HandedOverById = told.HandlerId }, told.DeliveredOn.Value, told.HandlerId ?? clerkId);
    }

    private void Answer(IReadOnlyList<ProposerEntry> proposers)
    {
        if (acts.Exists(act => act.Line.Act is SendOpinion) && told.ArchivedOn is { } filed)
        {
            Do(LedgerField.ArchivedOn, new FileLeadReply(null), filed, clerkId);
            Do(LedgerField.ArchivedOn, new CloseAndArchive(), filed, clerkId);
        }

        if (acts.TrueForAll(act => act.Line.Act is not RecordDelivery))
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
        {
            var (id, on) = (promise.Id ?? default, kept.KeptOn ?? default);
            Do(LedgerField.Promises, new RecordProgress(id, CommitmentState.Kept, SeeFile), on, handler);
            if (profile.ClearanceIsChecked)
                Do(LedgerField.Promises, new ClearCommitment(id, SeeFile), on, clerkId);
        }
    }
}
