using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Feedback;

/// <summary>登记反馈: attitude and result apart, with the picture of the signed form. The lead proposer's form decides the case.</summary>
public sealed record RecordFeedback(Guid ProposerId, Rating Attitude, Rating Result, FileId? ScanId) : CaseAct
{
    public FeedbackChannel Channel { get; init; }

    public string Comments { get; init; } = "";

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var proposer = subject.Proposers.Find(known => known.Id == ProposerId && known.IsOwedReply);
        var refusal = await CheckAsync(scene, proposer, cancellationToken);
        if (refusal is not null || proposer is null)
        {
            return refusal;
        }

        scene.Db.FeedbackForms.Add(new FeedbackForm
        {
            Id = TimedId.At(scene.Now),
            CaseId = subject.Id,
            Round = subject.Round,
            ProposerId = ProposerId,
            Channel = Channel,
            Attitude = Attitude,
            Result = Result,
            Comments = Comments,
            ScanId = ScanId,
            ReceivedOn = scene.OccurredOn,
            EnteredById = scene.Actor?.Id ?? scene.Decider.Id,
        });
        if (proposer.Role is ProposerRole.Lead or ProposerRole.Collective)
        {
            Settle(scene);
        }

        return null;
    }

    private void Settle(CaseScene scene)
    {
        scene.Case.Attitude = Attitude;
        scene.Case.Result = Result;
        scene.Case.FeedbackLapsed = false;
        scene.Deadlines.Meet(DeadlineKind.FeedbackReturn, scene.OccurredOn);
        if (Attitude == Rating.Unsatisfied || Result == Rating.Unsatisfied)
        {
            scene.Case.InFollowUp = false;
            scene.Means(FeedbackSteps.Collect, "Unsatisfied");
            return;
        }

        FeedbackSettlement.Accept(scene);
        scene.Means(FeedbackSteps.Collect, "Satisfied");
    }

    private async Task<Refusal?> CheckAsync(CaseScene scene, Proposer? proposer, CancellationToken cancellationToken)
    {
        if (scene.Case.OwesOpinion)
        {
            return FeedbackRefusals.NoReplyOwed;
        }

        if (scene.Reply is not { DeliveredOn: not null } reply || scene.Case.ClosedOn is not null)
        {
            return FeedbackRefusals.NotDelivered;
        }

        if (proposer is null)
        {
            return FeedbackRefusals.UnknownProposer;
        }

        if (ScanId is null && !scene.IsTakenOver)
        {
            return FeedbackRefusals.ScanMissing;
        }

        var (caseId, round) = (scene.Case.Id, scene.Case.Round);
        if (await scene.Db.FeedbackForms.AnyAsync(form => form.CaseId == caseId && form.Round == round && form.ProposerId == ProposerId, cancellationToken))
        {
            return FeedbackRefusals.AlreadyEntered;
        }

        return scene.NotBefore(reply.DeliveredOn)
            ?? ActRefusals.Check(nameof(Comments), Comments, required: false)
            ?? await scene.AttachAsync(ScanId is { } scan ? [scan] : [], Name, cancellationToken);
    }
}

/// <summary>What an accepted reply leads to: follow-up while promises are open, else the end.</summary>
internal static class FeedbackSettlement
{
    public static void Accept(CaseScene scene)
    {
        if (scene.Case.OpenCommitments > 0)
        {
            scene.Case.InFollowUp = true;
            return;
        }

        Close(scene);
    }

    public static void Close(CaseScene scene)
    {
        scene.Case.InFollowUp = false;
        scene.Case.ClosedOn = scene.OccurredOn;
        scene.Deadlines.Open(DeadlineKind.Archive, scene.OccurredOn);
    }
}
