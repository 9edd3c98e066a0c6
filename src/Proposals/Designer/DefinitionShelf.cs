using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Designer.Gate;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Designer;

/// <summary>Acts on definitions: each in its own transaction, each an entry in the definition's chain. At most one draft is open, at most one version published.</summary>
public sealed partial class DefinitionShelf(ProposalsDbContext db, ActivityCatalogue catalogue, AuditBook audit, WriteTurn turn, RuleShelf rules)
{
    private const string Save = "SaveDefinition";
    private const string Import = "ImportDefinition";
    private const string Revert = "RevertDefinition";

    /// <summary>The acts that make their actor an author of the version they name.</summary>
    private static readonly string[] Authoring = [Save, Import, Revert];

    /// <summary>Over an open draft in place, over anything else as a new draft. Mistakes are allowed in a draft; they come back as problems.</summary>
    /// <param name="expectedRevision">Of the latest version as it was read; 0 where there was none, null where it does not matter.</param>
    public async Task<ShelfOutcome> SaveDraftAsync(Guid actorId, string text, int? expectedRevision, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (read, refused) = DefinitionText.Read(text, catalogue);
        return read is null ? refused : await RunAsync(actorId, Duty.Admin, read.DefinitionId, async () =>
        {
            var problems = await FindingsAsync(read, now, cancellationToken);
            var latest = await LatestAsync(read.DefinitionId, cancellationToken);
            if (await ExpectAsync(latest, expectedRevision, read.DefinitionId, cancellationToken) is { } overtaken && !await OnlySavedSinceAsync(actorId, read.DefinitionId, expectedRevision, cancellationToken))
            {
                return new ShelfOutcome(overtaken);
            }

            return latest?.Sha256 == read.Sha256
                ? new ShelfOutcome(null, latest) { Problems = problems, WasChanged = false }
                : new ShelfOutcome(null, await WriteAsync(latest, read, DefinitionOrigin.Drawn, Save, actorId, now, cancellationToken)) { Problems = problems };
        }, cancellationToken);
    }

    /// <summary>Takes the published version's place in one step. Refused with every problem where the text would not run, and to whoever wrote it.</summary>
    public Task<ShelfOutcome> PublishAsync(Guid actorId, string definitionId, Guid versionId, int? expectedRevision, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnVersionAsync(actorId, Duty.OfficeDirector, definitionId, versionId, async version =>
        {
            if (await ExpectAsync(version, expectedRevision, definitionId, cancellationToken) is { } overtaken)
            {
                return new ShelfOutcome(overtaken);
            }

            if (version.IsPublished)
            {
                return new ShelfOutcome(DesignerRefusals.AlreadyPublished(version.Version));
            }

            if (await IsAuthorAsync(actorId, version, cancellationToken))
            {
                return new ShelfOutcome(DesignerRefusals.AuthorNeverPublishes(await NameAsync(actorId, cancellationToken)));
            }

            var inner = await InnerDefinitions.OfAsync(db, version.Json, version.PublishedAt, version.InnerVersions, cancellationToken);
            var problems = PublishGate.Check(version.Json, catalogue, inner.Find, await rules.ReadAsync(cancellationToken), OfficeClock.Day(now));
            var errors = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
            if (errors > 0)
            {
                return new ShelfOutcome(DesignerRefusals.HasErrors(errors)) { Problems = problems };
            }

            await db.WorkflowDefinitions.Where(other => other.DefinitionId == definitionId && other.IsPublished)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.IsPublished, false).SetProperty(other => other.Revision, other => other.Revision + 1), cancellationToken);
            version.IsPublished = true;
            version.PublishedAt = now;
            version.InnerVersions ??= inner.Versions;
            version.PublishedById = actorId;
            version.RetractedAt = null;
            version.RetractedById = null;
            version.Revision++;
            await AppendAsync("PublishDefinition", version, null, actorId, now, cancellationToken);
            return new ShelfOutcome(null, version) { Problems = problems };
        }, cancellationToken);

    /// <summary>Nothing starts by it any more; what runs, runs on.</summary>
    public Task<ShelfOutcome> RetractAsync(Guid actorId, string definitionId, Guid versionId, int? expectedRevision, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnVersionAsync(actorId, Duty.OfficeDirector, definitionId, versionId, async version =>
        {
            if (await ExpectAsync(version, expectedRevision, definitionId, cancellationToken) is { } overtaken)
            {
                return new ShelfOutcome(overtaken);
            }

            if (!version.IsPublished)
            {
                return new ShelfOutcome(DesignerRefusals.NotPublished(version.Version));
            }

            if (OfficeWorkflows.All.Contains(definitionId))
            {
                return new ShelfOutcome(DesignerRefusals.CasesNeedIt(version.Name));
            }

            version.IsPublished = false;
            version.RetractedAt = now;
            version.RetractedById = actorId;
            version.Revision++;
            await AppendAsync("RetractDefinition", version, null, actorId, now, cancellationToken);
            return new ShelfOutcome(null, version);
        }, cancellationToken);

    /// <summary>A copy of an old version as the new latest draft. A draft that was open stays below it, put aside.</summary>
    /// <param name="expectedRevision">Of the latest version, which it takes the place of.</param>
    public Task<ShelfOutcome> RevertAsync(Guid actorId, string definitionId, Guid versionId, int? expectedRevision, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnVersionAsync(actorId, Duty.Admin, definitionId, versionId, async version =>
        {
            var latest = await LatestAsync(definitionId, cancellationToken);
            if (await ExpectAsync(latest, expectedRevision, definitionId, cancellationToken) is { } overtaken)
            {
                return new ShelfOutcome(overtaken);
            }

            if (latest is null || latest.Sha256 == version.Sha256)
            {
                return new ShelfOutcome(DesignerRefusals.AlreadyLatest(version.Version));
            }

            var (read, refused) = DefinitionText.Read(version.Json, catalogue);
            if (read is null)
            {
                return refused;
            }

            var copy = await AddAsync(latest, read, DefinitionOrigin.Reverted, version.Version, actorId, now, cancellationToken);
            await AppendAsync(Revert, copy, version, actorId, now, cancellationToken);
            return new ShelfOutcome(null, copy);
        }, cancellationToken);

    /// <summary>Only what was never published and never run; the version before becomes the latest.</summary>
    public Task<ShelfOutcome> DeleteDraftAsync(Guid actorId, string definitionId, Guid versionId, int? expectedRevision, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnVersionAsync(actorId, Duty.Admin, definitionId, versionId, async version =>
        {
            if (await ExpectAsync(version, expectedRevision, definitionId, cancellationToken) is { } overtaken)
            {
                return new ShelfOutcome(overtaken);
            }

            if (version.PublishedAt is not null)
            {
                return new ShelfOutcome(DesignerRefusals.WasPublished(version.Version));
            }

            if (await IsRunAsync(versionId, cancellationToken))
            {
                return new ShelfOutcome(DesignerRefusals.CasesRunIt(version.Version));
            }

            db.WorkflowDefinitions.Remove(version);
            await AppendAsync("DeleteDefinitionDraft", version, null, actorId, now, cancellationToken);

            // One after the other: the database holds at most one latest at every statement.
            await db.SaveChangesAsync(cancellationToken);
            if (version.IsLatest && await db.WorkflowDefinitions.Where(other => other.DefinitionId == definitionId)
                .OrderByDescending(other => other.Version).FirstOrDefaultAsync(cancellationToken) is { } before)
            {
                before.IsLatest = true;
                before.Revision = Math.Max(before.Revision, version.Revision) + 1;
                return new ShelfOutcome(null, before);
            }

            return new ShelfOutcome(null);
        }, cancellationToken);

    private Task<ShelfOutcome> OnVersionAsync(Guid actorId, Duty needed, string definitionId, Guid versionId, Func<WorkflowDefinitionVersion, Task<ShelfOutcome>> change, CancellationToken cancellationToken) =>
        RunAsync(actorId, needed, definitionId, async () =>
            await db.WorkflowDefinitions.FirstOrDefaultAsync(known => known.Id == versionId && known.DefinitionId == definitionId, cancellationToken) is { } version
                ? await change(version)
                : new ShelfOutcome(DesignerRefusals.NoSuchVersion), cancellationToken);

    private async Task<ShelfOutcome> RunAsync(Guid actorId, Duty needed, string definitionId, Func<Task<ShelfOutcome>> change, CancellationToken cancellationToken)
    {
        try
        {
            using var taken = await turn.TakeAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await MayAsync(actorId, needed, cancellationToken) is { } refusal)
            {
                return new ShelfOutcome(refusal);
            }

            var outcome = await change();
            if (outcome is { IsDone: true, WasChanged: true })
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            return outcome;
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is { } conflict)
        {
            // A row that is no longer as it was read, or that another wrote first, is somebody's act; the rest is a busy database.
            db.ChangeTracker.Clear();
            return new ShelfOutcome(conflict == Conflict.Duplicate || lost is DbUpdateConcurrencyException ? await OvertakenAsync(definitionId, cancellationToken) : ActRefusals.Busy);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Refusal?> MayAsync(Guid actorId, Duty needed, CancellationToken cancellationToken)
    {
        var actor = await db.Users.AsNoTracking().Where(person => person.Id == actorId && !person.IsDisabled).Select(person => new { person.DisplayName, person.Duties }).FirstOrDefaultAsync(cancellationToken);
        return actor is null ? ActRefusals.UnknownPerson
            : actor.Duties.Includes(needed) ? null
            : needed == Duty.Admin ? DesignerRefusals.OnlyAdminDraws(actor.DisplayName) : DesignerRefusals.OnlyDirectorPublishes(actor.DisplayName);
    }
}
