using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;

namespace Proposals.Reply;

/// <summary>更正送达: when, how and by whom. The figures follow; only the director does it, from a paper.</summary>
public sealed record CorrectDelivery(Guid DeliveryId, string Reason) : CorrectionAct(Reason)
{
    public DateOnly? DeliveredOn { get; init; }

    public DeliveryWay? DeliveryWay { get; init; }

    public Guid? HandedOverById { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (caseId, id) = (scene.Case.Id, DeliveryId);
        var reply = await scene.Db.Replies.Include(known => known.Deliveries)
            .FirstOrDefaultAsync(known => known.CaseId == caseId && known.Deliveries.Any(delivery => delivery.Id == id), cancellationToken);
        if (reply?.Deliveries.Find(delivery => delivery.Id == id) is not { } corrected)
        {
            return CorrectionRefusals.UnknownRow;
        }

        var refusal = CheckDirector(scene)
            ?? (HandedOverById is { } giver && await scene.FindPersonAsync(giver, cancellationToken) is null ? ActRefusals.UnknownPerson : null)
            ?? (DeliveredOn is { } on ? await CheckDayAsync(scene, sheet, reply, corrected, on, cancellationToken) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        sheet.Set<DeliveryWay>(nameof(DeliveryWay), id, corrected.Way, DeliveryWay, way => corrected.Way = way);
        sheet.Set<Guid>(nameof(HandedOverById), id, corrected.ById, HandedOverById, person => corrected.ById = person);
        if (sheet.Set<DateOnly>(nameof(DeliveredOn), id, corrected.On, DeliveredOn, day => corrected.On = day))
        {
            await FollowAsync(scene, sheet, reply, corrected, cancellationToken);
        }

        return null;
    }

    private static DateOnly LastOf(WrittenReply reply, ReplyDelivery corrected, DateOnly on) =>
        reply.Deliveries.Select(delivery => delivery.Id == corrected.Id ? on : delivery.On).Max();

    /// <summary>Forms, promises, the next round and a lapse rest on the day on which all had the reply.</summary>
    private static async Task<Refusal?> CheckDayAsync(CaseScene scene, CorrectionSheet sheet, WrittenReply reply, ReplyDelivery corrected, DateOnly on, CancellationToken cancellationToken)
    {
        if (sheet.Between(on, [new("SealedOn", reply.SealedOn)], []) is { } refusal || reply.DeliveredOn is null)
        {
            return sheet.Between(on, [new("SealedOn", reply.SealedOn)], []);
        }

        var (subject, db, caseId, round, replyId) = (scene.Case, scene.Db, scene.Case.Id, reply.Round, reply.Id);
        var last = LastOf(reply, corrected, on);
        var lapsedOn = scene.Deadlines.Lines.LastOrDefault(line => line.Kind == DeadlineKind.FeedbackReturn && line.Round == round)?.DroppedOn;
        var due = scene.Rules.Due(last, DeadlineKind.FeedbackReturn);
        if (lapsedOn is { } lapsed && due >= lapsed)
        {
            return CorrectionRefusals.TooLate(on, "LapsedOn", lapsed);
        }

        return sheet.Between(last, [],
        [
            new("FormOn", await db.FeedbackForms.Where(form => form.CaseId == caseId && form.Round == round).MinAsync(form => (DateOnly?)form.ReceivedOn, cancellationToken)),
            new("ReassignedOn", await db.HandlingRounds.Where(next => next.CaseId == caseId && next.Number == round + 1).MinAsync(next => (DateOnly?)next.ReassignedOn, cancellationToken)),
            new("ProgressOn", await db.Commitments.Where(promise => promise.ReplyId == replyId).SelectMany(promise => promise.Progress).MinAsync(progress => (DateOnly?)progress.On, cancellationToken)),
            new("SecondReplyOn", await db.SecondReplies.Where(second => second.ReplyId == replyId).MinAsync(second => (DateOnly?)second.On, cancellationToken)),
            new("ClosedOn", round == subject.Round ? subject.ClosedOn : null),
        ]);
    }

    private static async Task FollowAsync(CaseScene scene, CorrectionSheet sheet, WrittenReply reply, ReplyDelivery corrected, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.Proposers.Find(known => known.Id == corrected.ProposerId)?.Role is ProposerRole.Lead or ProposerRole.Collective)
        {
            if (reply.Round == 1)
            {
                subject.RepliedOn = corrected.On;
                scene.Deadlines.Remeet(DeadlineKind.Reply, 1, corrected.On);
                scene.Deadlines.Remeet(DeadlineKind.ReplyInternalTarget, 1, corrected.On);
                scene.Deadlines.Remeet(DeadlineKind.ReplyHardLimit, 1, corrected.On);
            }

            scene.Deadlines.Remeet(DeadlineKind.Rehandle, reply.Round, corrected.On);
        }

        var last = reply.Deliveries.Max(delivery => delivery.On);
        if (reply.DeliveredOn is not { } before || before == last)
        {
            return;
        }

        reply.DeliveredOn = last;
        sheet.Moved(scene.Deadlines.Restart(before, last, [DeadlineKind.FeedbackReturn]));
        var replyId = reply.Id;
        foreach (var promise in await scene.Db.Commitments.Where(known => known.ReplyId == replyId).ToListAsync(cancellationToken))
        {
            scene.Deadlines.Restart(promise.Id, last, promise.DueOn);
        }
    }
}
