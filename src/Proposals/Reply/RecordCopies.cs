using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>登记抄送与上传: who else got the sealed reply on this day.</summary>
public sealed record RecordCopies(IReadOnlyList<CopyEntry> Copies) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Reply is not { DocumentNumber: not null } reply)
        {
            return ReplyRefusals.NotSealed;
        }

        if (Copies.Count == 0)
        {
            return ReplyRefusals.NobodyChosen;
        }

        var refusal = scene.NotBefore(reply.SealedOn)
            ?? Copies.Select(entry => ActRefusals.Check("CopyRecipient", entry.Recipient, Lengths.Name)).FirstOrDefault(refusal => refusal is not null);
        if (refusal is not null)
        {
            return refusal;
        }

        await scene.Db.ReplyCopies.Where(copy => copy.ReplyId == reply.Id).LoadAsync(cancellationToken);
        foreach (var entry in Copies.Distinct())
        {
            if (reply.Copies.Exists(known => known.Recipient == entry.Recipient && known.Way == entry.Way))
            {
                return ReplyRefusals.AlreadyCopied(entry.Recipient);
            }

            scene.Db.ReplyCopies.Add(new ReplyCopy
            {
                Id = TimedId.At(scene.Now),
                ReplyId = reply.Id,
                Recipient = entry.Recipient,
                Way = entry.Way,
                ById = scene.Decider.Id,
                On = scene.OccurredOn,
            });
        }

        return null;
    }
}
