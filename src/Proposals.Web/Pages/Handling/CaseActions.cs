using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Handling;

/// <param name="Act">Its code.</param>
/// <param name="ForAnother">代录: the decision is somebody else's.</param>
public sealed record CaseAction(string Act, string Href, bool ForAnother = false)
{
    /// <summary>A name of its own, where the act's is not what people say here; a key of the slice's text.</summary>
    public string? Text { get; init; }
}

/// <summary>What this person may do with this case now: the one thing that waits, and the rest. Nothing that would be refused for rights or state.</summary>
public sealed partial class CaseActions(ActDesk desk, CaseFile file)
{
    private ProposalCase Subject => file.Case;

    private WrittenReply? Reply => file.CurrentReply;

    private bool IsOffice => desk.MyDuties.Includes(Duties.Office);

    /// <summary>The waiting step's form.</summary>
    public CaseAction? Primary() => Answers().FirstOrDefault();

    /// <summary>更多.</summary>
    public IReadOnlyList<CaseAction> More()
    {
        var primary = Primary();
        return
        [
            .. Answers().Skip(1).Concat(Possible().Where(MayOffer))
                .Where(action => action.Href != primary?.Href && StandingActs.Allow(action.Act, Subject)).DistinctBy(action => action.Href),
        ];
    }

    /// <summary>A promise was looked at by itself: whoever owes it need not be of the case's department.</summary>
    private bool MayOffer(CaseAction action) => action.Act == nameof(RecordProgress) || desk.MayDo(file, action.Act);

    /// <summary>作废 stands at the consultation itself.</summary>
    public bool MayVoid(HeldConsultation held) =>
        held.VoidedOn is null && held.Round == Subject.Round && Reply?.SignedOn is null && MayDoNow(nameof(VoidConsultation));

    public bool MayRecordProgress(Commitment commitment) =>
        commitment is { State: CommitmentState.NotStarted or CommitmentState.InProgress, ReportedOn: null }
        && file.Replies.Any(reply => reply.Id == commitment.ReplyId && reply.DeliveredOn is not null)
        && StandingActs.Allow(nameof(RecordProgress), Subject)
        && (desk.MayDo(file, nameof(RecordProgress)) || desk.Owes(file, commitment.ResponsibleId, commitment.DepartmentId));

    private IEnumerable<CaseAction> Answers()
    {
        foreach (var step in file.Waiting)
        {
            if (ActLinks.Answering(Subject.Id, step) is not { } href || AgreeingAct(step) is not { } act || !desk.MayDo(file, act) || !HasPart(step, act))
                continue;
            yield return new CaseAction(act, href, IsOffice && OwnerOf(step) is { } other && other != desk.Me);
        }
    }

    private static string? AgreeingAct(Step step) =>
        StepCatalogue.Activities.TryFind(step.ActivityType, out var activity) ? activity.Ports[0].Act : null;

    private IEnumerable<CaseAction> Possible()
    {
        var isOver = Subject.ClosedOn is not null;
        if (Subject.AllocatedOn is not null && Subject.AcceptedOn is null && !file.IsObjectedTo)
            yield return To(nameof(ObjectToAllocation));
        if (Subject.AllocatedOn is not null && !isOver)
        {
            yield return To(nameof(RecordConsultation));
            yield return new CaseAction(nameof(RecordConsultation), To(nameof(RecordConsultation)).Href + $"?kind={ContactKind.Phone}") { Text = "Action_Contact" };
        }

        if (Subject.AcceptedOn is not null && Reply is null or { SubmittedOn: null, SignedOn: null } && !isOver)
            yield return To(nameof(SubmitReply)) with { Text = Subject.OwesOpinion ? "Action_DraftOpinion" : "Action_Draft" };
        if (Subject.AcceptedOn is not null && Reply?.SignedOn is null && !isOver && !CaseFacts.ConsultationsEnough(Subject, desk.Rules.Of(Subject).Profile.Consultations))
            yield return To(nameof(GrantOverride));
        if (IsOffice && Reply is { SubmittedOn: not null, SignedOn: null })
            yield return new CaseAction(nameof(ReviewByHead), ActLinks.Sheet(Subject.Id)) { Text = "Action_Sheet" };
        if (Checklist is { } list && (list.LacksDelivery || list.MissingCopies.Any()))
            yield return To(nameof(RecordDelivery)) with { Text = "Action_Deliver" };
        if (Subject.OwesOpinion && Reply is { DocumentNumber: not null, DeliveredOn: null })
            yield return To(nameof(SendOpinion));
        foreach (var form in PaperForms(isOver))
            yield return form;
        foreach (var action in WithOthers().Concat(AfterDelivery(isOver)))
            yield return action;
        foreach (var action in PlanAndPromises(isOver))
            yield return action;
        if (file.Waiting.Any(step => UrgeStep.Holders(step, file.People.Values, desk.Me).Count > 0))
            yield return new CaseAction(nameof(UrgeStep), ActLinks.To(Subject.Id, nameof(UrgeStep)));
        if (Subject.ArchivedOn is null)
            yield return To(nameof(UrgeByPhone));
        if (MayDirect)
            yield return new CaseAction(nameof(DirectSupervision), ActLinks.To(Subject.Id, nameof(DirectSupervision)), !file.OpenOrders.Any(order => order.LeaderId == desk.Me));
        foreach (var action in Outside(isOver))
            yield return action;
    }

    private IEnumerable<CaseAction> AfterDelivery(bool isOver)
    {
        if (Reply?.DeliveredOn is not null && !isOver && Subject.OwesOpinion)
        {
            yield return To(nameof(FileLeadReply));
        }
        else if (Reply?.DeliveredOn is not null && !isOver)
        {
            if (file.Deadlines.Any(line => line.Kind == DeadlineKind.FeedbackReturn && line.IsOpen && line.DueOn < desk.Today))
                yield return To(nameof(RecordLapse));
        }

        if (AwaitedForm.Of(file).Count > 0)
            yield return To(nameof(RecordFeedback));
        if (file.Commitments.Any(MayRecordProgress))
            yield return To(nameof(RecordProgress));
    }

    /// <summary>Nothing but what the act itself allows once the case left the bureau, or while its steps wait.</summary>
    private bool MayDoNow(string act) => StandingActs.Allow(act, Subject) && desk.MayDo(file, act);

    private CaseAction To(string act) => new(act, ActLinks.To(Subject.Id, act), !MayDecideMyself(act));

    /// <summary>The office may enter anything; where it could not decide itself it enters for somebody.</summary>
    private bool MayDecideMyself(string act) =>
        !IsOffice || (file.People.TryGetValue(desk.Me, out var me) && ActRights.MayDecide(act, me, Subject));
}
