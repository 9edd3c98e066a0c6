using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;
using Proposals.Timers;

namespace Proposals.Incidents;

/// <summary>The item's number is all that an admin sees of a case.</summary>
public sealed record IncidentRow(WorkflowIncident Incident, ItemKind Kind, string CaseNumber, int Revision, string? ClearedBy);

public sealed record OutsideTaskRow(OutsideTask Task, ItemKind Kind, string CaseNumber, int Revision);

public sealed record IncidentPage(IReadOnlyList<IncidentRow> Rows, IncidentCursor? Next);

public sealed record OutsideTaskPage(IReadOnlyList<OutsideTaskRow> Rows, IncidentCursor? Next);

/// <summary>Where the next page begins.</summary>
public readonly record struct IncidentCursor(bool IsOpen, DateTimeOffset At, string Id)
{
    public static IncidentCursor? Parse(string? text) =>
        text?.Split('_', 3) is [var open, var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            ? new IncidentCursor(open == "1", new DateTimeOffset(at, TimeSpan.Zero), id)
            : null;

    public override string ToString() => $"{(IsOpen ? 1 : 0)}_{At.UtcTicks}_{Id}";
}

/// <summary>异常: where workflows stopped, open ones first, and what they wait for from other systems.</summary>
public sealed class IncidentQuery(ProposalsDbContext db)
{
    public async Task<IncidentPage> PageAsync(IncidentCursor? after, int pageSize, CancellationToken cancellationToken)
    {
        var incidents = db.Incidents.AsNoTracking();
        if (after is var (isOpen, at, id))
        {
            incidents = incidents.Where(row => (row.IsOpen == isOpen && (row.RaisedAt < at || (row.RaisedAt == at && row.Id.CompareTo(id) < 0))) || (isOpen && !row.IsOpen));
        }

        var found = await Rows(incidents.OrderByDescending(row => row.IsOpen).ThenByDescending(row => row.RaisedAt).ThenByDescending(row => row.Id).Take(pageSize + 1)).ToListAsync(cancellationToken);
        var rows = found.Take(pageSize).ToList();
        return new IncidentPage(rows, found.Count > pageSize ? new IncidentCursor(rows[^1].Incident.IsOpen, rows[^1].Incident.RaisedAt, rows[^1].Incident.Id) : null);
    }

    public async Task<OutsideTaskPage> TasksAsync(IncidentCursor? after, int pageSize, CancellationToken cancellationToken)
    {
        var tasks = db.OutsideTasks.AsNoTracking().Where(task => task.State == WaitState.Waiting);
        if (after is var (_, at, id))
        {
            tasks = tasks.Where(task => task.WantedAt > at || (task.WantedAt == at && task.WaitId.CompareTo(id) > 0));
        }

        var found = await Rows(tasks.OrderBy(task => task.WantedAt).ThenBy(task => task.WaitId).Take(pageSize + 1)).ToListAsync(cancellationToken);
        var rows = found.Take(pageSize).ToList();
        return new OutsideTaskPage(rows, found.Count > pageSize ? new IncidentCursor(true, rows[^1].Task.WantedAt, rows[^1].Task.WaitId) : null);
    }

    /// <summary>What waits for an admin.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) => await CountOpenAsync(cancellationToken) + await CountTasksAsync(cancellationToken);

    public Task<int> CountOpenAsync(CancellationToken cancellationToken) =>
        db.Incidents.Where(row => row.IsOpen).Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken);

    public Task<int> CountTasksAsync(CancellationToken cancellationToken) =>
        db.OutsideTasks.Where(task => task.State == WaitState.Waiting).Take(LedgerQuery.CountLimit + 1).CountAsync(cancellationToken);

    public Task<IncidentRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        Rows(db.Incidents.AsNoTracking().Where(row => row.Id == id)).FirstOrDefaultAsync(cancellationToken);

    public Task<OutsideTaskRow?> FindTaskAsync(string waitId, CancellationToken cancellationToken) =>
        Rows(db.OutsideTasks.AsNoTracking().Where(task => task.WaitId == waitId)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Where the workflow stands after somebody tried to go on: at the same incident, or at a new one; null if it goes on.</summary>
    public Task<WorkflowIncident?> FindAgainAsync(WorkflowIncident before, DateTimeOffset since, CancellationToken cancellationToken) =>
        db.Incidents.AsNoTracking().Where(row => row.CaseId == before.CaseId && row.IsOpen && (row.Id == before.Id || row.RaisedAt >= since)).OrderByDescending(row => row.RaisedAt).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<IncidentRow> Rows(IQueryable<WorkflowIncident> incidents) =>
        from incident in incidents
        join subject in db.Cases on incident.CaseId equals subject.Id
        select new IncidentRow(incident, subject.Kind, subject.CaseNumber, subject.Revision, db.Users.Where(person => person.Id == incident.ClearedById).Select(person => person.DisplayName).FirstOrDefault());

    private IQueryable<OutsideTaskRow> Rows(IQueryable<OutsideTask> tasks) =>
        from task in tasks
        join subject in db.Cases on task.CaseId equals subject.Id
        select new OutsideTaskRow(task, subject.Kind, subject.CaseNumber, subject.Revision);
}
