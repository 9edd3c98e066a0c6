using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Persistence;

namespace Proposals.Operations;

/// <summary>What a backup holds, as it was written down when it was made.</summary>
/// <param name="At">The moment that it shows.</param>
/// <param name="File">Its name without the folder.</param>
/// <param name="Schema">The last migration.</param>
public sealed record BackupNote(DateTimeOffset At, string File, long Bytes, string Sha256, string Schema, int Cases, int Acts)
{
    /// <summary>The chain of what is done to the installation as a whole.</summary>
    public const string Chain = "system:operations";

    public const string BackUp = "BackUp";
    public const string Restore = "Restore";

    public static async Task<BackupNote?> LastAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var text = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == Chain && entry.Act == BackUp).OrderByDescending(entry => entry.Number).Select(entry => entry.Text).FirstOrDefaultAsync(cancellationToken);
        return text is null ? null : CanonicalText.Read<BackupNote>(JsonNode.Parse(text)?["what"]);
    }

    /// <summary>Enters it in the chain; whoever else appends at the same moment comes before or after it.</summary>
    public async Task WriteAsync(ProposalsDbContext db, string act, WriteTurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(turn);
        using var taken = await turn.TakeAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await new AuditBook(db).AppendAsync(Chain, act, new JsonObject { ["what"] = CanonicalText.ToNode(this) }, null, null, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
