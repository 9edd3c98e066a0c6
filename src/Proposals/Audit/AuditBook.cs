using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;

namespace Proposals.Audit;

/// <summary>Appends to the chains and reads them back. Appending happens inside the act's own transaction.</summary>
public sealed class AuditBook(ProposalsDbContext db)
{
    public async Task AppendAsync(string subject, string act, JsonObject content, Guid? recordedBy, Guid? idempotencyKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var head = db.InHand<AuditHead>().FirstOrDefault(known => known.Subject == subject)
            ?? await db.AuditHeads.FirstOrDefaultAsync(known => known.Subject == subject, cancellationToken);
        if (head is null)
        {
            head = new AuditHead { Subject = subject, Number = 0, Hash = CanonicalText.Genesis };
            db.AuditHeads.Add(head);
        }

        content["act"] = act;
        content["number"] = head.Number + 1;
        content["recordedAt"] = CanonicalText.ToNode(now);
        content["recordedBy"] = CanonicalText.ToNode(recordedBy);
        content["subject"] = subject;
        var text = CanonicalText.Write(content);
        var entry = new AuditEntry
        {
            Subject = subject,
            Number = head.Number + 1,
            PreviousHash = head.Hash,
            Hash = CanonicalText.HashOf(head.Hash, text),
            Text = text,
            Act = act,
            RecordedAt = now,
            RecordedById = recordedBy,
            IdempotencyKey = idempotencyKey,
        };
        db.AuditEntries.Add(entry);
        head.Number = entry.Number;
        head.Hash = entry.Hash;
    }

    /// <summary>Null when the chain is whole, else the number of the first entry that is bad or missing.</summary>
    public async Task<int?> FirstBadAsync(string subject, CancellationToken cancellationToken)
    {
        var chain = new ChainReader();
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject).OrderBy(entry => entry.Number)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            chain.Read(entry);
        }

        return chain.FirstBad(await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(known => known.Subject == subject, cancellationToken));
    }
}
