using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Designer.Gate;
using Proposals.Persistence;
using Proposals.Workflows.Definitions;

namespace Proposals.Designer;

/// <summary>How rows are read, written and told of inside an act's transaction.</summary>
public sealed partial class DefinitionShelf
{
    public static string SubjectOf(string definitionId) => $"definition:{definitionId}";

    /// <summary>What the gate says of a text: a draft may hold any of it, nothing goes live with an error.</summary>
    private async Task<IReadOnlyList<Problem>> FindingsAsync(DefinitionText text, DateTimeOffset now, CancellationToken cancellationToken) => PublishGate.Check(
        text.AsGiven, catalogue, (await InnerDefinitions.OfTextAsync(db, text.AsGiven, cancellationToken)).Find, await rules.ReadAsync(cancellationToken), OfficeClock.Day(now));

    private Task<WorkflowDefinitionVersion?> LatestAsync(string definitionId, CancellationToken cancellationToken) =>
        db.WorkflowDefinitions.FirstOrDefaultAsync(version => version.DefinitionId == definitionId && version.IsLatest, cancellationToken);

    private async Task<WorkflowDefinitionVersion> WriteAsync(WorkflowDefinitionVersion? latest, DefinitionText text, DefinitionOrigin origin, string act, Guid actorId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var written = latest;
        if (latest is not null && await IsOpenAsync(latest, cancellationToken))
        {
            latest.Name = text.Name;
            latest.Description = text.Description;
            latest.Json = text.TextFor(latest.Id, latest.Version);
            latest.Sha256 = text.Sha256;
            latest.Origin = origin == DefinitionOrigin.Imported ? origin : latest.Origin;
            latest.SavedAt = now;
            latest.SavedById = actorId;
            latest.Revision++;
            written = latest;
        }
        else
        {
            written = await AddAsync(latest, text, origin, null, actorId, now, cancellationToken);
        }

        await AppendAsync(act, written, null, actorId, now, cancellationToken);
        return written;
    }

    private async Task<WorkflowDefinitionVersion> AddAsync(WorkflowDefinitionVersion? latest, DefinitionText text, DefinitionOrigin origin, int? copiedFrom, Guid actorId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (latest is not null)
        {
            latest.IsLatest = false;
            latest.Revision++;

            // One after the other: the database holds at most one latest at every statement.
            await db.SaveChangesAsync(cancellationToken);
        }

        var added = New(text, (latest?.Version ?? 0) + 1, (latest?.Revision ?? 0) + 1, origin, copiedFrom, actorId, now);
        db.WorkflowDefinitions.Add(added);
        return added;
    }

    internal static WorkflowDefinitionVersion New(DefinitionText text, int version, int revision, DefinitionOrigin origin, int? copiedFrom, Guid? actorId, DateTimeOffset now)
    {
        var id = TimedId.At(now);
        return new WorkflowDefinitionVersion
        {
            Id = id,
            DefinitionId = text.DefinitionId,
            Version = version,
            Name = text.Name,
            Description = text.Description,
            Json = text.TextFor(id, version),
            Sha256 = text.Sha256,
            Origin = origin,
            CopiedFrom = copiedFrom,
            IsLatest = true,
            Revision = revision,
            CreatedAt = now,
            CreatedById = actorId,
            SavedAt = now,
            SavedById = actorId,
        };
    }

    /// <summary>May be written over: never published, and no case ever ran it.</summary>
    private async Task<bool> IsOpenAsync(WorkflowDefinitionVersion version, CancellationToken cancellationToken) =>
        version.PublishedAt is null && !await IsRunAsync(version.Id, cancellationToken);

    private Task<bool> IsRunAsync(Guid versionId, CancellationToken cancellationToken) =>
        db.WorkflowInstances.AnyAsync(instance => instance.DefinitionVersionId == versionId, cancellationToken);

    /// <summary>The chain knows everybody who saved it, not only the last one.</summary>
    private Task<bool> IsAuthorAsync(Guid actorId, WorkflowDefinitionVersion version, CancellationToken cancellationToken) =>
        AuthorEntries(db, version).AnyAsync(entry => entry.RecordedById == actorId, cancellationToken);

    internal static IQueryable<AuditEntry> AuthorEntries(ProposalsDbContext db, WorkflowDefinitionVersion version)
    {
        var subject = SubjectOf(version.DefinitionId);
        var named = version.Id.ToString();
        return db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject && Authoring.Contains(entry.Act) && entry.Text.Contains(named));
    }

    private async Task<Refusal?> ExpectAsync(WorkflowDefinitionVersion? read, int? expectedRevision, string definitionId, CancellationToken cancellationToken) =>
        expectedRevision is { } expected && expected != (read?.Revision ?? 0) ? await OvertakenAsync(definitionId, cancellationToken) : null;

    /// <summary>Two saves of one person may cross: the designer saves by itself. An import, another person, or any other act in between is not written over.</summary>
    private async Task<bool> OnlySavedSinceAsync(Guid actorId, string definitionId, int? revision, CancellationToken cancellationToken)
    {
        var subject = SubjectOf(definitionId);
        var named = $"\"revision\":{revision},";
        var chain = db.AuditEntries.Where(entry => entry.Subject == subject);
        return await chain.Where(entry => entry.Text.Contains(named)).MinAsync(entry => (int?)entry.Number, cancellationToken) is { } read
            && !await chain.AnyAsync(entry => entry.Number > read && (entry.Act != Save || entry.RecordedById != actorId), cancellationToken);
    }

    private async Task<Refusal> OvertakenAsync(string definitionId, CancellationToken cancellationToken)
    {
        var subject = SubjectOf(definitionId);
        var last = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject).OrderByDescending(entry => entry.Number)
            .Select(entry => new { entry.RecordedById, entry.RecordedAt }).FirstOrDefaultAsync(cancellationToken);
        return last?.RecordedById is { } by ? DesignerRefusals.Overtaken(await NameAsync(by, cancellationToken), last.RecordedAt) : DesignerRefusals.ChangedMeanwhile;
    }

    private async Task<string> NameAsync(Guid personId, CancellationToken cancellationToken) =>
        await db.Users.Where(person => person.Id == personId).Select(person => person.DisplayName).FirstOrDefaultAsync(cancellationToken) ?? "";

    private Task AppendAsync(string act, WorkflowDefinitionVersion version, WorkflowDefinitionVersion? from, Guid? actorId, DateTimeOffset now, CancellationToken cancellationToken) =>
        audit.AppendAsync(SubjectOf(version.DefinitionId), act, Content(version, from), actorId, null, now, cancellationToken);

    /// <summary>The text itself stays on the shelf; the entry holds its hash, by which it can be told whether it is still the same.</summary>
    internal static JsonObject Content(WorkflowDefinitionVersion version, WorkflowDefinitionVersion? from) => new()
    {
        ["from"] = from?.Version,
        ["name"] = version.Name,
        ["revision"] = version.Revision,
        ["sha256"] = version.Sha256,
        ["version"] = version.Version,
        ["versionId"] = version.Id.ToString(),
    };
}
