using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>Hands out what acts have written, in their order. What was not marked as sent is handed out again.</summary>
public sealed class Outbox(ProposalsDbContext db)
{
    private const int Batch = 100;

    /// <returns>How many were sent; a full batch means there may be more.</returns>
    public async Task<int> SendAsync(Func<OutboxMessage, CancellationToken, Task> send, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await db.Outbox.Where(message => message.SentAt == null).OrderBy(message => message.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var message in waiting)
        {
            await send(message, cancellationToken);
            message.SentAt = now;
        }

        if (waiting.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
        foreach (var message in waiting)
            ProductTelemetry.Sent(now - message.CreatedAt);
        return waiting.Count;
    }
}
