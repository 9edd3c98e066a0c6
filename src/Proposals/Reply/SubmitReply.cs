using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.FollowUp;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>送审: the handler's text goes to review. The text of each round of review is kept.</summary>
public sealed record SubmitReply(string ResultClass, string Body) : CaseAct
{
    public bool PromisesMoney { get; init; }

    public string ContactPerson { get; init; } = "";

    public string ContactPhone { get; init; } = "";

    /// <summary>Asked for when the class needs follow-up.</summary>
    public IReadOnlyList<Promise> Commitments { get; init; } = [];

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if ((CheckState(scene) ?? CheckFields(scene) ?? ConsultationTally.Gate(scene, Name)) is { } refusal)
        {
            return refusal;
        }

        var reply = scene.Reply ??= Begin(scene);
        reply.Version++;
        reply.ResultClass = ResultClass;
        reply.Body = Body;
        reply.PromisesMoney = PromisesMoney;
        reply.ContactPerson = ContactPerson;
        reply.ContactPhone = ContactPhone;
        reply.DrafterId = scene.Decider.Id;
        reply.SubmittedOn = scene.OccurredOn;
        reply.FirstSubmittedOn ??= scene.OccurredOn;
        scene.Db.ReplyVersions.Add(new ReplyVersion
        {
            Id = TimedId.At(scene.Now),
            ReplyId = reply.Id,
            Number = reply.Version,
            ResultClass = ResultClass,
            Body = Body,
            DrafterId = scene.Decider.Id,
            SubmittedOn = scene.OccurredOn,
        });
        await ReplaceCommitmentsAsync(scene, reply.Id, cancellationToken);
        scene.Means(ReplySteps.Draft, "Submitted");
        return null;
    }

    private static WrittenReply Begin(CaseScene scene)
    {
        var kind = scene.Case.OwesOpinion ? ReplyKind.CoOrganizerOpinion : ReplyKind.ReplyLetter;
        var reply = new WrittenReply { Id = ReplyId.New(scene.Now), CaseId = scene.Case.Id, Round = scene.Case.Round, Kind = kind };
        scene.Db.Replies.Add(reply);
        return reply;
    }

    private static Refusal? CheckState(CaseScene scene) => scene switch
    {
        { Case.AcceptedOn: null } => ReplyRefusals.NotAccepted,
        { Reply.SignedOn: not null } => ReplyRefusals.AlreadySigned,
        { Reply.SubmittedOn: not null } => ReplyRefusals.AlreadySubmitted,
        _ => scene.NotBefore(scene.Case.RoundBeganOn ?? scene.Case.AcceptedOn),
    };

    private Refusal? CheckClass(CaseScene scene)
    {
        if (scene.Case.OwesOpinion)
        {
            return ResultClass.Length > 0 || Commitments.Count > 0 ? ReplyRefusals.OpinionHasNoClass : null;
        }

        if (scene.Profile.ClassOf(ResultClass) is not { } resultClass)
        {
            return ReplyRefusals.UnknownClass(ResultClass);
        }

        return resultClass.NeedsFollowUp && Commitments.Count == 0 ? ReplyRefusals.CommitmentsMissing(ResultClass) : null;
    }

    private Refusal? CheckFields(CaseScene scene) =>
        CheckClass(scene)
        ?? ActRefusals.Check(nameof(Body), Body, Lengths.LongText)
        ?? ActRefusals.Check(nameof(ContactPerson), ContactPerson, Lengths.Name, required: false)
        ?? ActRefusals.Check(nameof(ContactPhone), ContactPhone, Lengths.Phone, required: false)
        ?? Commitments.Select(promise => ActRefusals.Check("CommitmentText", promise.Text) ?? CheckDay(scene, promise)).FirstOrDefault(refusal => refusal is not null);

    /// <summary>What is done already stands in the text; what an earlier ledger promised may lie behind us.</summary>
    private static Refusal? CheckDay(CaseScene scene, Promise promise) =>
        promise.DueOn < scene.OccurredOn && !scene.IsTakenOver ? ReplyRefusals.PromiseInThePast(promise.Text, promise.DueOn) : null;

    /// <summary>Until the reply is signed nothing is promised yet, so a new draft replaces what an earlier one would have promised.</summary>
    private async Task ReplaceCommitmentsAsync(CaseScene scene, ReplyId replyId, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        scene.Db.Commitments.RemoveRange(await scene.Db.Commitments.Where(commitment => commitment.CaseId == caseId && commitment.ReplyId == replyId).ToListAsync(cancellationToken));
        var homes = await OwedWork.HomesAsync(scene, Commitments.Where(promise => promise.DepartmentId is null).Select(promise => promise.ResponsibleId), cancellationToken);
        scene.Db.Commitments.AddRange(Commitments.Select((promise, position) => new Commitment
        {
            Id = promise.Id ?? CommitmentId.New(scene.Now),
            CaseId = scene.Case.Id,
            ReplyId = replyId,
            Position = position + 1,
            Text = promise.Text,
            DepartmentId = promise.DepartmentId ?? homes.GetValueOrDefault(promise.ResponsibleId ?? Guid.Empty),
            ResponsibleId = promise.ResponsibleId,
            DueOn = promise.DueOn,
        }));
    }
}

/// <summary>A promise as the draft words it.</summary>
public sealed record Promise(string Text, DateOnly DueOn)
{
    /// <summary>Given where later acts of the same request name this promise.</summary>
    public CommitmentId? Id { get; init; }

    public People.DepartmentId? DepartmentId { get; init; }

    public Guid? ResponsibleId { get; init; }
}
