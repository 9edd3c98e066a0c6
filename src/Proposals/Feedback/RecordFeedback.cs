using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Feedback;

/// <summary>登记反馈: attitude and result apart, with the picture of the signed form. The lead proposer's form decides the case, and a form counts whenever it comes.</summary>
public sealed record RecordFeedback(Guid ProposerId, Rating Attitude, Rating Result, FileId? ScanId) : CaseAct
{
    public FeedbackChannel Channel { get; init; }

    public string Comments { get; init; } = "";

    /// <summary>Whose reply the form is about; null means the last one that was delivered.</summary>
    public int? Round { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.OwesOpinion)
        {
            return FeedbackRefusals.NoReplyOwed;
        }

        var (caseId, named) = (subject.Id, Round);
        var answered = await scene.Db.Replies.Where(reply => reply.CaseId == caseId && reply.DeliveredOn != null && (named == null || reply.Round == named)).OrderByDescending(reply => reply.Round)
            .Select(reply => new { reply.Round, reply.DeliveredOn }).FirstOrDefaultAsync(cancellationToken);
        if (answered is null)
        {
            return FeedbackRefusals.NotDelivered;
        }

        var proposer = subject.Proposers.Find(known => known.Id == ProposerId && known.IsOwedReply);
        var refusal = await CheckAsync(scene, proposer, answered.Round, answered.DeliveredOn, cancellationToken);
        if (refusal is not null || proposer is null)
        {
            return refusal;
        }

        scene.Db.FeedbackForms.Add(new FeedbackForm
        {
            Id = TimedId.At(scene.Now),
            CaseId = caseId,
            Round = answered.Round,
            ProposerId = ProposerId,
            Channel = Channel,
            Attitude = Attitude,
            Result = Result,
            Comments = Comments,
            ScanId = ScanId,
            ReceivedOn = scene.OccurredOn,
            EnteredById = scene.Actor?.Id ?? scene.Decider.Id,
        });
        if (proposer.Decides && answered.Round == subject.Round)
        {
            await SettleAsync(scene, cancellationToken);
        }

        return null;
    }

    private async Task SettleAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var isUnsatisfied = Attitude == Rating.Unsatisfied || Result == Rating.Unsatisfied;
        var isLate = subject.FeedbackLapsed || subject.ClosedOn is not null;
        subject.Attitude = Attitude;
        subject.Result = Result;
        subject.FeedbackLapsed = false;
        scene.Deadlines.Meet(DeadlineKind.FeedbackReturn, scene.OccurredOn);
        if (isLate)
        {
            await LateAsync(scene, isUnsatisfied, cancellationToken);
        }
        else if (isUnsatisfied)
        {
            subject.InFollowUp = false;
            scene.Means(FeedbackSteps.Collect, "Unsatisfied");
        }
        else
        {
            await FeedbackSettlement.AcceptAsync(scene, cancellationToken);
            scene.Means(FeedbackSteps.Collect, "Satisfied");
        }
    }

    /// <summary>逾期后才交来: the case went on without it. A rating that accepts the reply changes nothing of that; one that does not sends the case back, from wherever it is.</summary>
    private static Task LateAsync(CaseScene scene, bool isUnsatisfied, CancellationToken cancellationToken) =>
        isUnsatisfied ? FeedbackTurn.TakeAsync(scene, isUnsatisfied, cancellationToken) : Task.CompletedTask;

    private async Task<Refusal?> CheckAsync(CaseScene scene, Proposer? proposer, int round, DateOnly? deliveredOn, CancellationToken cancellationToken)
    {
        if (proposer is null)
        {
            return FeedbackRefusals.UnknownProposer;
        }

        if (ScanId is null && !scene.IsTakenOver)
        {
            return FeedbackRefusals.ScanMissing;
        }

        var caseId = scene.Case.Id;
        if (await scene.Db.FeedbackForms.AnyAsync(form => form.CaseId == caseId && form.Round == round && form.ProposerId == ProposerId, cancellationToken))
        {
            return FeedbackRefusals.AlreadyEntered;
        }

        return scene.NotBefore(deliveredOn)
            ?? ActRefusals.Check(nameof(Comments), Comments, required: false)
            ?? await scene.AttachAsync(ScanId is { } scan ? [scan] : [], Name, cancellationToken);
    }
}
