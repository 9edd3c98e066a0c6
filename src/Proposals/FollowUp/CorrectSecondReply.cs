using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Reply;

namespace Proposals.FollowUp;

/// <summary>更正二次答复: its number, its day and how the proposer was told. He holds it, so the director does it, from a paper.</summary>
public sealed record CorrectSecondReply(Guid SecondReplyId, string Reason) : CorrectionAct(Reason)
{
    public string? SecondReplyNumber { get; init; }

    public DateOnly? SecondReplyOn { get; init; }

    public DeliveryWay? SecondReplyWay { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (caseId, id) = (scene.Case.Id, SecondReplyId);
        if (await scene.Db.SecondReplies.FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId, cancellationToken) is not { } told)
        {
            return CorrectionRefusals.UnknownRow;
        }

        var refusal = CheckDirector(scene)
            ?? ActRefusals.Check(nameof(SecondReplyNumber), SecondReplyNumber, Lengths.Name, required: false)
            ?? (OfficialNumber.Of(SecondReplyNumber) is { Length: > 0 } number ? await DocumentNumbers.FindTwinAsync(scene.Db, number, id, cancellationToken) : null)
            ?? (SecondReplyOn is null ? null : await CheckDayAsync(scene, sheet, told, cancellationToken));
        if (refusal is not null)
        {
            return refusal;
        }

        sheet.Set(nameof(SecondReplyNumber), id, told.DocumentNumber, SecondReplyNumber is null ? null : OfficialNumber.Of(SecondReplyNumber), text => told.DocumentNumber = text);
        sheet.Set<DateOnly>(nameof(SecondReplyOn), id, told.On, SecondReplyOn, day => told.On = day);
        sheet.Set<DeliveryWay>(nameof(SecondReplyWay), id, told.Way, SecondReplyWay, way => told.Way = way);
        return null;
    }

    /// <summary>A class was raised because the proposer had been told.</summary>
    private async Task<Refusal?> CheckDayAsync(CaseScene scene, CorrectionSheet sheet, SecondReply told, CancellationToken cancellationToken)
    {
        var (replyId, id) = (told.ReplyId, told.Id);
        return sheet.Between(
            SecondReplyOn,
            [new("DeliveredOn", await scene.Db.Replies.Where(reply => reply.Id == replyId).Select(reply => reply.DeliveredOn).SingleAsync(cancellationToken))],
            [new("ClassChangedOn", await scene.Db.ClassChanges.Where(change => change.SecondReplyId == id).MinAsync(change => (DateOnly?)change.On, cancellationToken))]);
    }
}
