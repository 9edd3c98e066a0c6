using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Persistence;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Designer;

/// <summary>Definitions compiled once per version and kept: a published version never changes.</summary>
public sealed class PublishedDefinitions(ActivityCatalogue catalogue, WriteTurn turn)
{
    public const string ProposalHandling = "proposal-handling";

    private readonly ConcurrentDictionary<Guid, WorkflowDefinition> compiled = new();

    /// <returns>The id of the published version, where there is one.</returns>
    public static Task<Guid?> CurrentAsync(ProposalsDbContext db, string definitionId, CancellationToken cancellationToken) =>
        db.WorkflowDefinitions.Where(version => version.DefinitionId == definitionId && version.IsPublished).Select(version => (Guid?)version.Id).FirstOrDefaultAsync(cancellationToken);

    public async Task<WorkflowDefinition> CompiledAsync(ProposalsDbContext db, Guid versionId, CancellationToken cancellationToken)
    {
        if (compiled.TryGetValue(versionId, out var known))
        {
            return known;
        }

        var stored = await db.WorkflowDefinitions.Where(version => version.Id == versionId).Select(version => new { version.Json, version.PublishedAt, version.InnerVersions }).SingleAsync(cancellationToken);
        var loaded = DefinitionReader.Load(stored.Json, catalogue, (await InnerDefinitions.OfAsync(db, stored.Json, stored.PublishedAt, stored.InnerVersions, cancellationToken)).Find);
        var definition = loaded.Definition
            ?? throw new InvalidOperationException($"Version {versionId} no longer loads: {string.Join("; ", loaded.Problems.Select(problem => problem.Sentence.English))}");

        // A draft may be written over under the same id.
        return stored.PublishedAt is null ? definition : compiled.GetOrAdd(versionId, definition);
    }

    /// <summary>A shipped file never seen before is published only when the database has no version of it, or where the caller says so (Development); else it is a draft.</summary>
    public async Task AdoptAsync(ProposalsDbContext db, string json, bool publishAlways, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        if (await db.ShippedDefinitions.AnyAsync(shipped => shipped.Sha256 == hash, cancellationToken))
        {
            return;
        }

        var loaded = DefinitionReader.Load(json, catalogue);
        if (!loaded.Runs || DefinitionText.Read(json, catalogue).Read is not { } text)
        {
            throw new InvalidOperationException($"A shipped workflow does not load: {string.Join("; ", loaded.Problems.Select(problem => $"{problem.Where}: {problem.Sentence.English}"))}");
        }

        try
        {
            using var taken = await turn.TakeAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await PutAsync(db, text, publishAlways, now, cancellationToken);
            db.ShippedDefinitions.Add(new ShippedDefinition { Sha256 = hash, DefinitionId = text.DefinitionId, SeenAt = now });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception lost) when (WriteConflict.Names(lost) == Conflict.Duplicate)
        {
            // Another process that starts at the same moment brought the same file.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static async Task PutAsync(ProposalsDbContext db, DefinitionText text, bool publishAlways, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = await db.WorkflowDefinitions.AsNoTracking().Where(version => version.DefinitionId == text.DefinitionId)
            .OrderByDescending(version => version.Version).FirstOrDefaultAsync(cancellationToken);
        if (latest?.Sha256 == text.Sha256)
        {
            return;
        }

        var publish = publishAlways || latest is null;
        await db.WorkflowDefinitions.Where(version => version.DefinitionId == text.DefinitionId && (version.IsLatest || (publish && version.IsPublished)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(version => version.IsLatest, false).SetProperty(version => version.IsPublished, version => version.IsPublished && !publish)
                    .SetProperty(version => version.Revision, version => version.Revision + 1),
                cancellationToken);
        var added = DefinitionShelf.New(text, (latest?.Version ?? 0) + 1, (latest?.Revision ?? 0) + 2, DefinitionOrigin.Shipped, null, null, now);
        added.IsPublished = publish;
        added.PublishedAt = publish ? now : null;
        db.WorkflowDefinitions.Add(added);
        await new AuditBook(db).AppendAsync(DefinitionShelf.SubjectOf(text.DefinitionId), "AdoptDefinition", DefinitionShelf.Content(added, null), null, null, now, cancellationToken);
    }
}
