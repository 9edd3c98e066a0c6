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

        var entry = Follow(subject, head.Number, head.Hash, act, content, recordedBy, idempotencyKey, now);
        db.AuditEntries.Add(entry);
        head.Number = entry.Number;
        head.Hash = entry.Hash;
    }

    /// <summary>The entry that follows the end of a chain; whoever writes it writes the new end too.</summary>
    internal static AuditEntry Follow(string subject, int lastNumber, string lastHash, string act, JsonObject content, Guid? recordedBy, Guid? idempotencyKey, DateTimeOffset now)
    {
        content["act"] = act;
        content["number"] = lastNumber + 1;
        content["recordedAt"] = CanonicalText.ToNode(now);
        content["recordedBy"] = CanonicalText.ToNode(recordedBy);
        content["subject"] = subject;
        var text = CanonicalText.Write(content);
        return new AuditEntry
        {
            Subject = subject,
            Number = lastNumber + 1,
            PreviousHash = lastHash,
            Hash = CanonicalText.HashOf(lastHash, text),
            Text = text,
            Act = act,
            RecordedAt = now,
            RecordedById = recordedBy,
            IdempotencyKey = idempotencyKey,
        };
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
