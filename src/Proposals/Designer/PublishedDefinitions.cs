using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Designer;

/// <summary>Definitions compiled once per version and kept: a version never changes.</summary>
public sealed class PublishedDefinitions(ActivityCatalogue catalogue)
{
    public const string ProposalHandling = "proposal-handling";

    private readonly ConcurrentDictionary<Guid, WorkflowDefinition> compiled = new();

    public static async Task<WorkflowDefinitionVersion> CurrentAsync(ProposalsDbContext db, string definitionId, CancellationToken cancellationToken) =>
        await db.WorkflowDefinitions.AsNoTracking().Where(version => version.DefinitionId == definitionId && version.IsPublished)
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw new InvalidOperationException($"No version of '{definitionId}' is published; the product publishes the shipped file at start.");

    public async Task<WorkflowDefinition> CompiledAsync(ProposalsDbContext db, Guid versionId, CancellationToken cancellationToken)
    {
        if (compiled.TryGetValue(versionId, out var known))
        {
            return known;
        }

        var json = await db.WorkflowDefinitions.Where(version => version.Id == versionId).Select(version => version.Json).SingleAsync(cancellationToken);
        var loaded = DefinitionReader.Load(json, catalogue);
        var definition = loaded.Definition
            ?? throw new InvalidOperationException($"Version {versionId} no longer loads: {string.Join("; ", loaded.Problems.Select(problem => problem.Sentence.English))}");
        return compiled.GetOrAdd(versionId, definition);
    }

    /// <summary>A shipped file never seen before is published only when the database has no version of it, or where the caller says so (Development).</summary>
    public async Task AdoptAsync(ProposalsDbContext db, string json, bool publishAlways, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        if (await db.WorkflowDefinitions.AnyAsync(version => version.Sha256 == hash, cancellationToken))
        {
            return;
        }

        var loaded = DefinitionReader.Load(json, catalogue);
        var definition = loaded.Definition
            ?? throw new InvalidOperationException($"A shipped workflow does not load: {string.Join("; ", loaded.Problems.Select(problem => $"{problem.Where}: {problem.Sentence.English}"))}");
        var earlier = await db.WorkflowDefinitions.Where(version => version.DefinitionId == definition.DefinitionId).ToListAsync(cancellationToken);
        var publish = publishAlways || earlier.Count == 0;
        if (publish)
        {
            earlier.ForEach(version => version.IsPublished = false);
        }

        db.WorkflowDefinitions.Add(new WorkflowDefinitionVersion
        {
            Id = TimedId.At(now),
            DefinitionId = definition.DefinitionId,
            Version = earlier.Select(version => version.Version).DefaultIfEmpty().Max() + 1,
            Name = definition.Name,
            Json = json,
            Sha256 = hash,
            CreatedAt = now,
            IsPublished = publish,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
