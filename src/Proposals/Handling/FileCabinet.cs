using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>Takes papers in before the act that attaches them, so that a refused form loses none.</summary>
public sealed class FileCabinet(ProposalsDbContext db)
{
    public static Refusal TooLarge(string name) => new("file.too-large", name, StoredFile.MaximumBytes / 1024 / 1024);

    public static Refusal KindNotAllowed(string name) => new("file.kind-not-allowed", name);

    public static Refusal Inflated(string name) => new("file.inflated", name);

    public static Refusal Empty(string name) => new("file.empty", name);

    public async Task<(FileId Id, Refusal? Refusal)> StoreAsync(CaseId? caseId, string name, byte[] bytes, Guid uploadedBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shownName = FileName.Of(name);
        if (bytes.Length == 0)
        {
            return (default, Empty(shownName));
        }

        if (bytes.Length > StoredFile.MaximumBytes)
        {
            return (default, TooLarge(shownName));
        }

        if (FileKinds.Recognise(bytes) is not { } contentType)
        {
            return (default, KindNotAllowed(shownName));
        }

        if (FileKinds.IsInflated(bytes, contentType))
        {
            return (default, Inflated(shownName));
        }

        var id = FileId.New(now);
        db.Files.Add(new StoredFile
        {
            Id = id,
            CaseId = caseId,
            Name = shownName,
            ContentType = contentType,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            UploadedById = uploadedBy,
            UploadedAt = now,
            ContentId = id,
            Content = new StoredFileContent { Id = id, Bytes = bytes },
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return (id, null);
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is { } conflict)
        {
            return (default, ActRefusals.OfStore(conflict));
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The same paper for one more case: a row of its own, the bytes kept once. Only whoever uploaded it may pass it on.</summary>
    public async Task<(FileId Id, Refusal? Refusal)> ShareAsync(FileId paper, CaseId with, Guid by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Files.AsNoTracking().FirstOrDefaultAsync(file => file.Id == paper && file.UploadedById == by, cancellationToken) is not { } kept)
        {
            return (default, ActRefusals.UnknownFile);
        }

        var id = FileId.New(now);
        db.Files.Add(new StoredFile
        {
            Id = id,
            CaseId = with,
            Name = kept.Name,
            ContentType = kept.ContentType,
            Size = kept.Size,
            Sha256 = kept.Sha256,
            UploadedById = by,
            UploadedAt = kept.UploadedAt,
            ContentId = kept.ContentId,
        });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return (id, null);
    }

    /// <summary>Null unless the file belongs to a case that the person may see, or is his own upload waiting for its form.</summary>
    public async Task<(string Name, string ContentType, byte[] Bytes)?> OpenAsync(CaseVisibility visibility, FileId id, CancellationToken cancellationToken)
    {
        var visible = visibility.FilterFew(db.Cases).Select(subject => subject.Id);
        var found = await db.Files.AsNoTracking()
            .Where(file => file.Id == id && (file.AttachedTo == null || file.CaseId == null ? file.UploadedById == visibility.PersonId : visible.Contains(file.CaseId.Value)))
            .Select(file => new { file.Name, file.ContentType, file.Content.Bytes }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Name, found.ContentType, found.Bytes);
    }

    /// <summary>Names of uploads that wait for their form, to show them again after a refusal.</summary>
    public async Task<IReadOnlyList<FileEntry>> NamesAsync(IReadOnlyCollection<FileId> ids, Guid uploadedBy, CancellationToken cancellationToken) =>
        await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id) && file.UploadedById == uploadedBy)
            .Select(file => new FileEntry(file.Id, file.Name, file.ContentType, file.Size, file.AttachedTo, file.UploadedById, file.UploadedAt)).ToListAsync(cancellationToken);
}
