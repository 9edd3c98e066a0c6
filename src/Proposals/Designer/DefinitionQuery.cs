using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Designer.Gate;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Designer;

/// <summary>One version without its text, for lists.</summary>
public sealed record DefinitionRow
{
    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required DefinitionOrigin Origin { get; init; }

    public int? CopiedFrom { get; init; }

    public required bool IsLatest { get; init; }

    public required bool IsPublished { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public Guid? SavedById { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public Guid? PublishedById { get; init; }

    public DateTimeOffset? RetractedAt { get; init; }

    public Guid? RetractedById { get; init; }

    public DefinitionState State =>
        IsPublished ? DefinitionState.Published
        : PublishedAt is null ? (IsLatest ? DefinitionState.Draft : DefinitionState.PutAside)
        : RetractedAt is null ? DefinitionState.Replaced : DefinitionState.Retracted;

    internal static Expression<Func<WorkflowDefinitionVersion, DefinitionRow>> Of { get; } = version => new DefinitionRow
    {
        Id = version.Id,
        DefinitionId = version.DefinitionId,
        Version = version.Version,
        Name = version.Name,
        Description = version.Description,
        Origin = version.Origin,
        CopiedFrom = version.CopiedFrom,
        IsLatest = version.IsLatest,
        IsPublished = version.IsPublished,
        Revision = version.Revision,
        CreatedAt = version.CreatedAt,
        SavedAt = version.SavedAt,
        SavedById = version.SavedById,
        PublishedAt = version.PublishedAt,
        PublishedById = version.PublishedById,
        RetractedAt = version.RetractedAt,
        RetractedById = version.RetractedById,
    };
}

public static class DefinitionRows
{
    private static readonly Func<WorkflowDefinitionVersion, DefinitionRow> Row = DefinitionRow.Of.Compile();

    public static DefinitionRow ToRow(this WorkflowDefinitionVersion version) => Row(version);
}

/// <summary>Unfinished cases that run one version.</summary>
public sealed record RunningVersion(string DefinitionId, int Version, int Count);

/// <summary>Who may publish a version, and who may not because he wrote it.</summary>
public sealed record Publishers(IReadOnlyList<string> Able, IReadOnlyList<string> Authors, IReadOnlyList<Guid> AuthorIds);

/// <summary>Reads the shelf. Texts come one at a time; lists come without them.</summary>
public sealed class DefinitionQuery(ProposalsDbContext db, RuleShelf rules)
{
    public const int LargestPage = 100;

    private IQueryable<WorkflowDefinitionVersion> Versions => db.WorkflowDefinitions.AsNoTracking();

    /// <summary>Everything that keeps this version from going live, and what is merely odd.</summary>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(WorkflowDefinitionVersion version, ActivityCatalogue catalogue, DateTimeOffset now, CancellationToken cancellationToken) => PublishGate.Check(
        version.Json, catalogue, (await InnerDefinitions.OfAsync(db, version.Json, version.PublishedAt, version.InnerVersions, cancellationToken)).Find,
        await rules.ReadAsync(cancellationToken), OfficeClock.Day(now));

    public Task<WorkflowDefinitionVersion?> LatestAsync(string definitionId, CancellationToken cancellationToken) =>
        Versions.FirstOrDefaultAsync(version => version.DefinitionId == definitionId && version.IsLatest, cancellationToken);

    public Task<WorkflowDefinitionVersion?> PublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        Versions.FirstOrDefaultAsync(version => version.DefinitionId == definitionId && version.IsPublished, cancellationToken);

    public Task<WorkflowDefinitionVersion?> FindAsync(Guid versionId, CancellationToken cancellationToken) =>
        Versions.FirstOrDefaultAsync(version => version.Id == versionId, cancellationToken);

    public Task<WorkflowDefinitionVersion?> FindAsync(string definitionId, int version, CancellationToken cancellationToken) =>
        Versions.FirstOrDefaultAsync(known => known.DefinitionId == definitionId && known.Version == version, cancellationToken);

    public Task<DefinitionRow?> LatestRowAsync(string definitionId, CancellationToken cancellationToken) =>
        Versions.Where(version => version.DefinitionId == definitionId && version.IsLatest).Select(DefinitionRow.Of).FirstOrDefaultAsync(cancellationToken);

    public Task<DefinitionRow?> RowAsync(string definitionId, int version, CancellationToken cancellationToken) =>
        Versions.Where(known => known.DefinitionId == definitionId && known.Version == version).Select(DefinitionRow.Of).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Newest first, those below <paramref name="below"/>; null begins at the top.</summary>
    public Task<List<DefinitionRow>> VersionsAsync(string definitionId, int? below, int count, CancellationToken cancellationToken) =>
        Versions.Where(version => version.DefinitionId == definitionId && (below == null || version.Version < below))
            .OrderByDescending(version => version.Version).Take(Bounded(count)).Select(DefinitionRow.Of).ToListAsync(cancellationToken);

    /// <summary>The latest version of each definition, by definitionId, those after <paramref name="after"/>.</summary>
    public Task<List<DefinitionRow>> LatestRowsAsync(string? after, int count, CancellationToken cancellationToken) =>
        Versions.Where(version => version.IsLatest && (after == null || version.DefinitionId.CompareTo(after) > 0))
            .OrderBy(version => version.DefinitionId).Take(Bounded(count)).Select(DefinitionRow.Of).ToListAsync(cancellationToken);

    /// <summary>The published version of each of these definitions.</summary>
    public Task<Dictionary<string, DefinitionRow>> PublishedRowsAsync(IReadOnlyCollection<string> definitionIds, CancellationToken cancellationToken) =>
        Versions.Where(version => version.IsPublished && definitionIds.Contains(version.DefinitionId))
            .Select(DefinitionRow.Of).ToDictionaryAsync(row => row.DefinitionId, cancellationToken);

    /// <summary>The one list that is paged by number: Elsa Studio asks so, and a bureau has a handful of definitions.</summary>
    /// <param name="page">From 0.</param>
    public async Task<(IReadOnlyList<DefinitionRow> Rows, int Total)> LatestPageAsync(string? search, int page, int pageSize, CancellationToken cancellationToken)
    {
        var wanted = search?.Trim() ?? "";
        var found = Versions.Where(version => version.IsLatest
            && (wanted == "" || version.Name.Contains(wanted) || version.DefinitionId.Contains(wanted) || version.Description.Contains(wanted)));
        var size = Bounded(pageSize);
        var skipped = (int)Math.Min((long)Math.Max(page, 0) * size, int.MaxValue);
        var rows = await found.OrderBy(version => version.Name).ThenBy(version => version.DefinitionId).Skip(skipped).Take(size)
            .Select(DefinitionRow.Of).ToListAsync(cancellationToken);
        return (rows, await found.CountAsync(cancellationToken));
    }

    /// <summary>Whoever has the duty and had no hand in this version; and those whose own work keeps them from it.</summary>
    public async Task<Publishers> PublishersAsync(WorkflowDefinitionVersion version, CancellationToken cancellationToken)
    {
        var directors = await db.Users.AsNoTracking().Where(person => !person.IsDisabled && (person.Duties & Duty.OfficeDirector) != Duty.None)
            .OrderBy(person => person.UserName).Take(LargestPage).Select(person => new { person.Id, person.DisplayName }).ToListAsync(cancellationToken);
        var ids = directors.ConvertAll(person => (Guid?)person.Id);
        var authors = await DefinitionShelf.AuthorEntries(db, version).Where(entry => ids.Contains(entry.RecordedById)).Select(entry => entry.RecordedById).Distinct().ToListAsync(cancellationToken);
        return new Publishers(
            [.. directors.Where(person => !authors.Contains(person.Id)).Select(person => person.DisplayName)],
            [.. directors.Where(person => authors.Contains(person.Id)).Select(person => person.DisplayName)],
            [.. authors.OfType<Guid>()]);
    }

    /// <summary>How many unfinished cases each of these versions runs; versions without are left out.</summary>
    public Task<Dictionary<Guid, int>> RunningAsync(IReadOnlyCollection<Guid> versionIds, CancellationToken cancellationToken) =>
        db.WorkflowInstances.Where(instance => instance.FinishedAt == null && versionIds.Contains(instance.DefinitionVersionId))
            .GroupBy(instance => instance.DefinitionVersionId).Select(version => new { version.Key, Count = version.Count() })
            .ToDictionaryAsync(version => version.Key, version => version.Count, cancellationToken);

    /// <summary>The same for whole definitions.</summary>
    public Task<List<RunningVersion>> RunningVersionsAsync(IReadOnlyCollection<string> definitionIds, CancellationToken cancellationToken) =>
        db.WorkflowDefinitions.Where(version => definitionIds.Contains(version.DefinitionId))
            .Select(version => new { version.DefinitionId, version.Version, Count = db.WorkflowInstances.Count(instance => instance.DefinitionVersionId == version.Id && instance.FinishedAt == null) })
            .Where(running => running.Count > 0).Select(running => new RunningVersion(running.DefinitionId, running.Version, running.Count)).ToListAsync(cancellationToken);

    private static int Bounded(int count) => Math.Clamp(count, 1, LargestPage);
}
