using System.Security.Cryptography;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Operations;

/// <summary>Makes a backup while the office works: beside its name first, under its name only once it is whole.</summary>
public sealed class BackupDesk(ProposalsDbContext db, IDatabaseCopy copy, WriteTurn turn)
{
    /// <summary>The chain may be busy with another backup's entry.</summary>
    private const int MostTries = 5;

    public async Task<(BackupNote? Note, Refusal? Refusal)> SaveAsync(string file, bool overwrites, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "/";
        if (!Directory.Exists(folder))
            return (null, BackupRefusals.NoFolder(folder));
        if (File.Exists(file) && !overwrites)
            return (null, BackupRefusals.Exists(file));
        var part = $"{file}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.part";
        try
        {
            var (content, refusal) = await copy.SaveAsync(part, cancellationToken);
            if (content is null)
                return (null, refusal);
            var (bytes, hash) = await SealAsync(part, cancellationToken);
            File.Move(part, file, overwrites);
            var note = new BackupNote(now, Path.GetFileName(file), bytes, hash, content.Schema, content.Cases, content.Acts);
            await NoteAsync(note, cancellationToken);
            return (note, null);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return (null, File.Exists(file) && !overwrites ? BackupRefusals.Exists(file) : BackupRefusals.NotWritten(file, failed.Message));
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>The bytes reach the disk before the name does: a power cut leaves no empty file behind a good name.</summary>
    private static async Task<(long Bytes, string Hash)> SealAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        var hash = await SHA256.HashDataAsync(stream, cancellationToken);
        stream.Flush(flushToDisk: true);
        return (stream.Length, Convert.ToHexStringLower(hash));
    }

    private async Task NoteAsync(BackupNote note, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await note.WriteAsync(db, BackupNote.BackUp, turn, note.At, cancellationToken);
                return;
            }
            catch (Exception lost) when (tried < MostTries && WriteConflict.Names(lost) is not null)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
