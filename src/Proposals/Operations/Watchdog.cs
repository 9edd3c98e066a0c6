using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Persistence;
using Proposals.Timers;

namespace Proposals.Operations;

/// <summary>Looks for what no act can have left behind: facts win, so whatever disagrees with them is listed for people. It changes nothing.</summary>
/// <remarks>Open cases are looked through page by page, each page at one moment; of what is over the database itself says what does not fit.</remarks>
public sealed class Watchdog(ProposalsDbContext db, OfficeRules rules)
{
    private const int PageSize = 200;

    /// <summary>Longer than any delivery or sweep takes that is still at work.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<WatchReport> LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var found = new FindingList();
        var seen = 0;
        CaseId? after = null;
        do
        {
            var page = await PageAsync(after, cancellationToken);
            foreach (var one in page)
                one.Judge(rules, now, found);
            seen += page.Count;
            after = page.Count == PageSize ? page[^1].Subject.Id : null;
        }
        while (after is not null);

        await LookAtWhatIsOverAsync(found, cancellationToken);
        await LookAtQueuesAsync(now, found, cancellationToken);
        return new WatchReport(now, Stopwatch.GetElapsedTime(began), seen, found.All());
    }

    private async Task<List<WatchedCase>> PageAsync(CaseId? after, CancellationToken cancellationToken)
    {
        await using var moment = await ReadMoment.BeginAsync(db, cancellationToken);
        var open = db.Cases.AsNoTracking().Where(subject => subject.ArchivedOn == null && subject.Ending == null);
        if (after is { } last)
            open = open.Where(subject => subject.Id > last);
        var cases = await open.OrderBy(subject => subject.Id).Take(PageSize).ToListAsync(cancellationToken);
        var ids = cases.ConvertAll(subject => subject.Id);
        var replies = (await db.Replies.AsNoTracking().Where(reply => ids.Contains(reply.CaseId)).ToListAsync(cancellationToken)).ToDictionary(reply => (reply.CaseId, reply.Round));
        var steps = (await db.Steps.AsNoTracking().Include(step => step.WorkItems).Where(step => ids.Contains(step.CaseId) && step.State == StepState.Waiting).ToListAsync(cancellationToken)).ToLookup(step => step.CaseId);
        var deadlines = (await db.Deadlines.AsNoTracking().Where(line => ids.Contains(line.CaseId)).OrderBy(line => line.Id).ToListAsync(cancellationToken)).ToLookup(line => line.CaseId);
        var running = (await db.WorkflowInstances.Where(instance => ids.Contains(instance.CaseId) && instance.FinishedAt == null).Select(instance => instance.CaseId).ToListAsync(cancellationToken)).ToHashSet();
        var times = await CaseTimesReader.ReadAsync(db, ids, cancellationToken);
        var elsewhere = await WaitingElsewhereAsync(ids, cancellationToken);
        return cases.ConvertAll(subject => new WatchedCase(subject, subject.AcceptedOn is null ? null : replies.GetValueOrDefault((subject.Id, subject.Round)), [.. steps[subject.Id]], [.. deadlines[subject.Id]])
        {
            Times = times[subject.Id],
            Runs = running.Contains(subject.Id),
            WaitsElsewhere = elsewhere.Contains(subject.Id),
        });
    }

    private async Task<HashSet<CaseId>> WaitingElsewhereAsync(List<CaseId> ids, CancellationToken cancellationToken)
    {
        var timers = await db.Timers.Where(timer => ids.Contains(timer.CaseId) && timer.State == WaitState.Waiting).Select(timer => timer.CaseId).ToListAsync(cancellationToken);
        var tasks = await db.OutsideTasks.Where(task => ids.Contains(task.CaseId) && task.State == WaitState.Waiting).Select(task => task.CaseId).ToListAsync(cancellationToken);
        var incidents = await db.Incidents.Where(incident => ids.Contains(incident.CaseId) && incident.IsOpen).Select(incident => incident.CaseId).ToListAsync(cancellationToken);
        return [.. timers, .. tasks, .. incidents];
    }

    private async Task LookAtWhatIsOverAsync(FindingList found, CancellationToken cancellationToken)
    {
        var over = db.Cases.AsNoTracking().Where(subject => subject.ArchivedOn != null || subject.Ending != null);
        await AddAsync(found, FindingKind.StateDiffers, from subject in over
            let state = subject.Ending == CaseEnding.Returned ? CaseState.Returned
                : subject.Ending == CaseEnding.Withdrawn ? CaseState.Withdrawn
                : subject.Ending == CaseEnding.Reassigned ? CaseState.Reassigned
                : subject.Ending == CaseEnding.Voided ? CaseState.Voided
                : CaseState.Archived
            where subject.State != state
            orderby subject.Id
            select new FoundRow(subject, subject.State.ToString(), state.ToString()), cancellationToken);
        await AddAsync(found, FindingKind.WorkflowLeft, from instance in db.WorkflowInstances
            where instance.FinishedAt == null
            join subject in over on instance.CaseId equals subject.Id
            orderby instance.Id
            select new FoundRow(subject, "", ""), cancellationToken);
        var waiting = db.Steps.AsNoTracking().Where(step => step.State == StepState.Waiting);
        await AddAsync(found, FindingKind.StepLeft, from step in waiting
            join subject in over on step.CaseId equals subject.Id
            orderby step.Id
            select new FoundRow(subject, step.Name, ""), cancellationToken);
        await AddAsync(found, FindingKind.StepWithoutCase, from step in waiting
            where !db.Cases.Any(subject => subject.Id == step.CaseId)
            orderby step.Id
            select new FoundRow(null, step.Name, step.WaitId), cancellationToken);
        await AddAsync(found, FindingKind.StepOver, from item in db.WorkItems
            where item.State == WorkItemState.Offered || item.State == WorkItemState.Held
            join step in db.Steps on item.StepId equals step.Id
            where step.State != StepState.Waiting
            join subject in db.Cases on item.CaseId equals subject.Id
            orderby item.Id
            select new FoundRow(subject, step.Name, ""), cancellationToken);
    }

    private async Task LookAtQueuesAsync(DateTimeOffset now, FindingList found, CancellationToken cancellationToken)
    {
        var late = now - Patience;
        var stuck = db.Outbox.Where(message => message.SentAt == null && message.CreatedAt < late);
        if (await stuck.Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken) is var count and > 0)
        {
            var oldest = await stuck.MinAsync(message => message.CreatedAt, cancellationToken);
            found.Add(FindingKind.OutboxStuck, 1, [new Finding(FindingKind.OutboxStuck, null, count.ToString(CultureInfo.InvariantCulture), Moment(oldest))]);
        }

        var lapsed = db.Timers.AsNoTracking().Where(timer => timer.State == WaitState.Waiting && timer.DueAt < late);
        var timers = await (from timer in lapsed
            join subject in db.Cases on timer.CaseId equals subject.Id
            orderby timer.DueAt, timer.WaitId
            select new { subject.Id, subject.Kind, subject.CaseNumber, timer.DueAt }).Take(FindingList.Named).ToListAsync(cancellationToken);
        found.Add(FindingKind.TimerLapsed, timers.Count < FindingList.Named ? timers.Count : await lapsed.Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken),
            timers.ConvertAll(timer => new Finding(FindingKind.TimerLapsed, new FoundCase(timer.Id, timer.Kind, timer.CaseNumber), Moment(timer.DueAt))));
    }

    private static async Task AddAsync(FindingList found, FindingKind kind, IQueryable<FoundRow> rows, CancellationToken cancellationToken)
    {
        var first = await rows.Take(FindingList.Named).ToListAsync(cancellationToken);
        var count = first.Count < FindingList.Named ? first.Count : await rows.Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken);
        found.Add(kind, count, first.ConvertAll(row => new Finding(kind, row.Case is { } subject ? new FoundCase(subject.Id, subject.Kind, subject.CaseNumber) : null, row.First, row.Second)));
    }

    private static string Moment(DateTimeOffset at) => at.ToString("o", CultureInfo.InvariantCulture);

    private sealed record FoundRow(ProposalCase? Case, string First, string Second);
}
