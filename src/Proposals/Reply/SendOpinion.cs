using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>送会办意见: our opinion goes to the unit that leads; with it our term is met.</summary>
public sealed record SendOpinion(DeliveryWay Way) : CaseAct
{
    /// <summary>Who handed it over; null means whoever decided the act.</summary>
    public Guid? HandedOverById { get; init; }

    public FileId? ProofId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (!scene.Case.OwesOpinion)
        {
            return ReplyRefusals.NoOpinionOwed;
        }

        if (scene.Reply is not { DocumentNumber: not null } opinion)
        {
            return ReplyRefusals.NotSealed;
        }

        if (opinion.DeliveredOn is { } sentOn)
        {
            return ReplyRefusals.OpinionAlreadySent(sentOn);
        }

        var giver = HandedOverById ?? scene.Decider.Id;
        var refusal = scene.NotBefore(opinion.SealedOn)
            ?? (await scene.FindPersonAsync(giver, cancellationToken) is null ? ActRefusals.UnknownPerson : null)
            ?? await scene.AttachAsync(ProofId is { } proof ? [proof] : [], Name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        scene.Db.ReplyCopies.Add(new ReplyCopy
        {
            Id = TimedId.At(scene.Now),
            ReplyId = opinion.Id,
            Recipient = scene.Case.UnitThatLeads()?.Name ?? "",
            Way = Way == DeliveryWay.Uploaded ? CopyWay.Uploaded : CopyWay.Paper,
            ById = giver,
            On = scene.OccurredOn,
        });
        opinion.DeliveredOn = scene.OccurredOn;
        scene.EndPause(scene.OccurredOn);
        scene.Deadlines.Meet(DeadlineKind.CoOpinion, scene.OccurredOn);
        await PendingExtension.DropAsync(scene, cancellationToken);
        scene.Means(ReplySteps.SendOpinion, "Sent");
        return null;
    }
}
