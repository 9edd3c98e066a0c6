using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Acts;

/// <summary>What nearly every act asks.</summary>
internal static class ActQueries
{
    /// <summary>The case, the end of its chain and where its workflow stands. Few proposers, fewer units: one question is cheaper than five. It has no limit of one row, which would become a query inside the query.</summary>
    private static readonly ReadyQuery<Func<ProposalsDbContext, CaseId, string, string, IAsyncEnumerable<LoadedCase>>> Case = new(() =>
        EF.CompileAsyncQuery((ProposalsDbContext db, CaseId id, string subject, string main) => db.Cases.AsSingleQuery().Include(known => known.Proposers).Include(known => known.Units)
            .Where(known => known.Id == id)
            .LeftJoin(db.AuditHeads, known => subject, head => head.Subject, (known, head) => new { known, head })
            .LeftJoin(db.WorkflowInstances, found => main, instance => instance.Id, (found, instance) => new LoadedCase(
                found.known,
                found.head,
                instance,
                db.AuditEntries.Where(entry => entry.Subject == subject).OrderByDescending(entry => entry.Number).Select(entry => entry.RecordedAt).FirstOrDefault(),
                db.RulesState.Select(state => state.Revision).SingleOrDefault()))));

    private static readonly ReadyQuery<Func<ProposalsDbContext, CaseId, IAsyncEnumerable<Deadline>>> Deadlines = new(() =>
        EF.CompileAsyncQuery<ProposalsDbContext, CaseId, Deadline>((db, id) => db.Deadlines.Where(line => line.CaseId == id).OrderBy(line => line.Id)));

    private static readonly ReadyQuery<Func<ProposalsDbContext, Guid, CancellationToken, Task<Person?>>> Person = new(() =>
        EF.CompileAsyncQuery((ProposalsDbContext db, Guid id, CancellationToken cancellationToken) => db.Users.AsNoTracking().FirstOrDefault(person => person.Id == id && !person.IsDisabled)));

    /// <summary>From the case's few steps: a search that begins with what its owner has waits longer the more cases he has.</summary>
    private static readonly ReadyQuery<Func<ProposalsDbContext, CaseId, Guid, IAsyncEnumerable<string>>> AskedOf = new(() =>
        EF.CompileAsyncQuery((ProposalsDbContext db, CaseId id, Guid owner) => db.Steps.Where(step => step.CaseId == id && step.State == StepState.Waiting)
            .Where(step => step.WorkItems.Any(item => item.State == WorkItemState.Offered && item.OwnerId == owner)).Select(step => step.ActivityType)));

    public static ValueTask<LoadedCase> CaseAsync(ProposalsDbContext db, CaseId id, CancellationToken cancellationToken) =>
        Case.For(db)(db, id, CaseActs.SubjectOf(id), id.ToString()).SingleAsync(cancellationToken);

    public static ValueTask<List<Deadline>> DeadlinesAsync(ProposalsDbContext db, CaseId id, CancellationToken cancellationToken) =>
        Deadlines.For(db)(db, id).ToListAsync(cancellationToken);

    /// <summary>Asked of the few cases that have any.</summary>
    public static async Task<CaseTimes> TimesAsync(ProposalsDbContext db, CaseId id, CancellationToken cancellationToken) => new(
        await db.ClockPauses.Where(pause => pause.CaseId == id).OrderBy(pause => pause.Id).ToListAsync(cancellationToken),
        await db.ExtensionRequests.Where(request => request.CaseId == id).OrderBy(request => request.Id).ToListAsync(cancellationToken));

    /// <summary>Activity types of the waiting steps that are this person's to answer.</summary>
    public static ValueTask<List<string>> AskedOfAsync(ProposalsDbContext db, CaseId id, Guid owner, CancellationToken cancellationToken) =>
        AskedOf.For(db)(db, id, owner).ToListAsync(cancellationToken);

    public static Task<Person?> PersonAsync(ProposalsDbContext db, Guid id, CancellationToken cancellationToken) => Person.For(db)(db, id, cancellationToken);
}

/// <param name="Head">Asked for so that it is in hand when the act is recorded, as is <paramref name="Instance"/>.</param>
/// <param name="Last">When the last act was recorded.</param>
/// <param name="RulesRevision">The state of profiles and calendars that the act must know.</param>
internal sealed record LoadedCase(ProposalCase Case, AuditHead? Head, WorkflowInstance? Instance, DateTimeOffset Last, int RulesRevision);
