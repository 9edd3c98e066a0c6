using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>登记送达: to each who is owed the reply, by whom and how. The lead proposer's day makes the case replied.</summary>
public sealed record RecordDelivery(IReadOnlyList<Guid> ProposerIds, DeliveryWay Way) : CaseAct
{
    /// <summary>Who handed it over; null means whoever decided the act.</summary>
    public Guid? HandedOverById { get; init; }

    public FileId? ProofId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Case.OwesOpinion)
        {
            return ReplyRefusals.OpinionGoesToTheLead;
        }

        if (scene.Reply is not { DocumentNumber: not null } reply)
        {
            return ReplyRefusals.NotSealed;
        }

        var owed = scene.Case.Proposers.Where(proposer => proposer.IsOwedReply).ToList();
        var chosen = owed.Where(proposer => ProposerIds.Contains(proposer.Id)).ToList();
        if (chosen.Count == 0)
        {
            return ReplyRefusals.NobodyChosen;
        }

        if (chosen.Exists(proposer => reply.Deliveries.Exists(earlier => earlier.ProposerId == proposer.Id)))
        {
            return ReplyRefusals.AlreadyDelivered;
        }

        var giver = HandedOverById ?? scene.Decider.Id;
        var refusal = scene.NotBefore(reply.SealedOn)
            ?? (await scene.FindPersonAsync(giver, cancellationToken) is null ? ActRefusals.UnknownPerson : null)
            ?? await scene.AttachAsync(ProofId is { } proof ? [proof] : [], Name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        foreach (var proposer in chosen)
        {
            var delivery = new ReplyDelivery
            {
                Id = TimedId.At(scene.Now),
                ReplyId = reply.Id,
                ProposerId = proposer.Id,
                Way = Way,
                ById = giver,
                On = scene.OccurredOn,
                ProofId = ProofId,
            };
            scene.Db.ReplyDeliveries.Add(delivery);
        }

        if (chosen.Exists(proposer => proposer.Role is ProposerRole.Lead or ProposerRole.Collective))
        {
            scene.EndPause(scene.OccurredOn);
            MarkReplied(scene);
            await PendingExtension.DropAsync(scene, cancellationToken);
        }

        if (owed.TrueForAll(proposer => chosen.Contains(proposer) || reply.Deliveries.Exists(earlier => earlier.ProposerId == proposer.Id)))
        {
            await CompleteAsync(scene, reply, reply.Deliveries.Select(delivery => delivery.On).Append(scene.OccurredOn).Max(), cancellationToken);
        }

        return null;
    }

    /// <summary>The reply reached the last of those who are owed it.</summary>
    internal static async Task CompleteAsync(CaseScene scene, WrittenReply reply, DateOnly last, CancellationToken cancellationToken)
    {
        reply.DeliveredOn = last;
        scene.Deadlines.Open(DeadlineKind.FeedbackReturn, last);
        await PromiseAsync(scene, reply, last, cancellationToken);
        scene.Means(ReplySteps.Deliver, "Delivered");
    }

    private static void MarkReplied(CaseScene scene)
    {
        scene.Case.ResultClass = scene.Reply?.ResultClass;
        if (scene.Case.Round == 1)
        {
            scene.Case.RepliedOn = scene.OccurredOn;
            scene.Case.FirstResultClass = scene.Case.ResultClass;
            scene.Deadlines.Meet(DeadlineKind.Reply, scene.OccurredOn);
            scene.Deadlines.Meet(DeadlineKind.ReplyInternalTarget, scene.OccurredOn);
        }

        // Who was let off meeting the proposer owes no first contact to somebody who has the reply.
        scene.Deadlines.Drop(DeadlineKind.FirstContact, scene.OccurredOn);
        scene.Deadlines.Meet(DeadlineKind.Rehandle, scene.OccurredOn);
        scene.Deadlines.Meet(DeadlineKind.ReplyHardLimit, scene.OccurredOn);
    }

    /// <summary>What the delivered reply promises is owed from now on, each promise with its own date.</summary>
    private static async Task PromiseAsync(CaseScene scene, WrittenReply reply, DateOnly last, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var commitments = await scene.Db.Commitments.Where(commitment => commitment.CaseId == caseId && commitment.ReplyId == reply.Id).ToListAsync(cancellationToken);
        foreach (var commitment in commitments)
        {
            scene.Deadlines.Promise(commitment.Id, last, commitment.DueOn);
        }

        scene.Case.OpenCommitments += commitments.Count;
    }
}
