using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>批示: on a 督办单 the leader says what is to be done, and by when he wants to hear.</summary>
/// <param name="OrderId">The order of this case that it is written on.</param>
/// <param name="Direction">In his own words.</param>
/// <param name="AnswerBy">Null where he names no day.</param>
public sealed record DirectSupervision(Guid OrderId, string Direction, DateOnly? AnswerBy = null) : CaseAct
{
    /// <summary>Whom the direction reaches; where neither is there, the office.</summary>
    private static readonly RungRule Told = new(RungLevel.Red, 0, [Receiver.Handler, Receiver.DepartmentHead, Receiver.DeputyLeader]);

    /// <summary>What is late stays late while a return is being decided.</summary>
    public override bool IsForHeldCases => true;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        if (await scene.Db.SupervisionOrders.FirstOrDefaultAsync(known => known.Id == OrderId && known.CaseId == caseId, cancellationToken) is not { } order)
            return SupervisionRefusals.NoSuchOrder;
        if (order.DirectedOn is { } directed)
            return SupervisionRefusals.DirectedOn(directed);
        if (!await OrderQuery.Open(scene.Db).AnyAsync(open => open.Id == OrderId, cancellationToken))
            return SupervisionRefusals.Over;
        if (!MayDirect(scene.Decider, order.LeaderId))
            return ActRefusals.NotEntitled(scene.Decider.DisplayName, Name);
        if ((ActRefusals.Check(nameof(Direction), Direction) ?? scene.NotBefore(order.IssuedOn)) is { } refusal)
            return refusal;
        if (AnswerBy is { } answer && (answer < scene.OccurredOn || !OfficeYears.Hold(answer)))
            return SupervisionRefusals.AnswerTooEarly(answer, scene.OccurredOn);
        order.DirectedOn = scene.OccurredOn;
        order.DirectedById = scene.Decider.Id;
        order.Direction = Direction.Trim();
        order.AnswerBy = AnswerBy;
        await TellAsync(scene, order, cancellationToken);
        return null;
    }

    /// <summary>Whose order it is; the principal stands above every deputy.</summary>
    public static bool MayDirect(Person person, Guid leaderId)
    {
        ArgumentNullException.ThrowIfNull(person);
        return !person.IsDisabled && (person.Id == leaderId || person.Duties.Includes(Duty.Principal));
    }

    private static async Task TellAsync(CaseScene scene, SupervisionOrder order, CancellationToken cancellationToken)
    {
        var line = scene.Deadlines.Lines.Single(known => known.Id == order.DeadlineId);
        var subject = TouchedCase.Of(scene.Case);
        var receivers = await RungReceivers.ReadAsync(scene.Db, [line], [subject], cancellationToken);
        Guid[] to = [.. receivers.Of(Told, line, subject).Where(person => person != scene.Decider.Id)];
        scene.Db.Notices.AddRange(to.Select(person => new Notice { Id = TimedId.At(scene.Now), PersonId = person, CaseId = scene.Case.Id, Kind = NoticeKind.Directed, RungId = order.Id, CreatedAt = scene.Now }));

        // His own list is shorter by one as well, whoever entered it.
        scene.Db.Outbox.AddRange(to.Append(order.LeaderId).Distinct().Select(person => OutboxMessage.Inbox(person, Duty.None, scene.Now)));
    }
}
