using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Reply;

namespace Proposals.FollowUp;

/// <summary>二次答复: the proposer is told what became of the promises. The day of the act is the day he was told.</summary>
public sealed record RecordSecondReply(string Text, DeliveryWay Way) : CaseAct
{
    /// <summary>Where it went out as a letter of its own.</summary>
    public string DocumentNumber { get; init; } = "";

    public FileId? FileId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var reply = await scene.Db.Replies.Where(known => known.CaseId == caseId && known.DeliveredOn != null).OrderByDescending(known => known.Round)
            .Select(known => new { known.Id, known.DeliveredOn }).FirstOrDefaultAsync(cancellationToken);
        if (reply is null)
        {
            return FollowUpRefusals.NotDeliveredYet;
        }

        var refusal = scene.NotBefore(reply.DeliveredOn)
            ?? ActRefusals.Check(nameof(Text), Text, Lengths.LongText)
            ?? ActRefusals.Check(nameof(DocumentNumber), DocumentNumber, Lengths.Name, required: false)
            ?? (OfficialNumber.Of(DocumentNumber) is { Length: > 0 } number ? await DocumentNumbers.FindTwinAsync(scene.Db, number, null, cancellationToken) : null)
            ?? await scene.AttachAsync(FileId is { } file ? [file] : [], Name, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        scene.Db.SecondReplies.Add(new SecondReply
        {
            Id = TimedId.At(scene.Now),
            CaseId = caseId,
            ReplyId = reply.Id,
            DocumentNumber = OfficialNumber.Of(DocumentNumber),
            Text = Text.Trim(),
            On = scene.OccurredOn,
            Way = Way,
            FileId = FileId,
            ById = scene.Decider.Id,
        });
        return null;
    }
}
