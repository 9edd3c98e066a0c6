using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Operations;

/// <param name="Note">What the file held.</param>
/// <param name="KeptAside">Where the database is that was there before; null where there was none.</param>
/// <param name="Migrated">The migrations that an older file had to go through.</param>
public sealed record RestoreReport(BackupNote Note, string? KeptAside, IReadOnlyList<string> Migrated, CheckReport Check);

/// <summary>Puts a backup in the database's place, and reads it through before it says so.</summary>
public sealed class RestoreDesk(ProposalsDbContext db, IDatabaseCopy copy)
{
    public async Task<(RestoreReport? Report, Refusal? Refusal)> LoadAsync(string file, bool replaces, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (migrations, unreadable) = await copy.ExamineAsync(file, cancellationToken);
        if (unreadable is not null)
            return (null, unreadable);
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if (!migrations.Any(known.Contains))
            return (null, BackupRefusals.NotOurs(file));
        if (migrations.FirstOrDefault(migration => !known.Contains(migration)) is { } newer)
            return (null, BackupRefusals.Newer(file, newer));
        BackupNote? note = null;
        CheckReport? check = null;
        IReadOnlyList<string> migrated = [];
        var (keptAside, refusal) = await copy.LoadAsync(file, replaces, now, async restored =>
        {
            migrated = [.. await restored.Database.GetPendingMigrationsAsync(cancellationToken)];
            await DatabaseUpgrade.RunAsync(restored, cancellationToken);
            note = await NoteAsync(restored, file, migrations[^1], cancellationToken);
            using var alone = new WriteTurn(oneAtATime: false);
            await note.WriteAsync(restored, BackupNote.Restore, alone, now, cancellationToken);
            check = await DatabaseCheck.RunAsync(restored, cancellationToken);
        }, cancellationToken);
        return refusal is not null || note is null || check is null ? (null, refusal) : (new RestoreReport(note, keptAside, migrated, check), null);
    }

    private static async Task<BackupNote> NoteAsync(ProposalsDbContext restored, string file, string schema, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));

        // The file shows the moment of its last entry; when its own backup began stands only in the database it came from.
        var last = await restored.AuditEntries.MaxAsync(entry => (DateTimeOffset?)entry.RecordedAt, cancellationToken) ?? DateTimeOffset.UnixEpoch;
        return new BackupNote(last, Path.GetFileName(file), stream.Length, hash, schema, await restored.Cases.CountAsync(cancellationToken), await restored.AuditEntries.CountAsync(cancellationToken));
    }
}
