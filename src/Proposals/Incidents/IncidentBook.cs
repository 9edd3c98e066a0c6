using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Workflows.Execution;

namespace Proposals.Incidents;

/// <summary>Keeps the incidents of workflows, in the transaction of the act that met them: the act stands, whatever its workflow says.</summary>
public sealed class IncidentBook(ProposalsDbContext db, DrawnActivities activities)
{
    private readonly List<WorkflowIncident> raised = [];

    public async Task RaiseAsync(CaseId caseId, IncidentRaised incident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var instanceId = WorkflowInstance.Owning(incident.IncidentId);
        var drawn = await activities.FindAsync(instanceId, incident.ActivityId, cancellationToken);
        Add(new WorkflowIncident
        {
            Id = incident.IncidentId,
            CaseId = caseId,
            InstanceId = instanceId,
            ActivityId = incident.ActivityId,
            ActivityType = incident.ActivityType,
            ActivityName = Cut(drawn?.DisplayText ?? incident.ActivityId, Lengths.Name),
            Code = incident.Code,
            Detail = Cut(incident.Detail, Lengths.Remark),
            StopsInstance = incident.StopsInstance,
            Ports = string.Join('\n', drawn is { Ports.Count: > 0 } ? drawn.Ports.Select(port => port.Name) : ["Done"]),
            RaisedAt = now,
        });
        db.Outbox.Add(OutboxMessage.Inbox(null, Duty.Admin, now));
    }

    /// <summary>For what the host itself could not do. Nothing stands still by it, so it is closed as soon as it is written.</summary>
    public async Task NoteAsync(WorkflowInstance instance, string activityId, string code, string detail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var drawn = await activities.FindAsync(instance.Id, activityId, cancellationToken);
        Add(new WorkflowIncident
        {
            Id = $"{instance.Id}.{TimedId.At(now):N}",
            CaseId = instance.CaseId,
            InstanceId = instance.Id,
            ActivityId = activityId,
            ActivityType = drawn?.Type ?? "",
            ActivityName = Cut(drawn?.DisplayText ?? activityId, Lengths.Name),
            Code = code,
            Detail = Cut(detail, Lengths.Remark),
            StopsInstance = false,
            Ports = "",
            RaisedAt = now,
            IsOpen = false,
            ClearedAt = now,
            End = IncidentEnd.Noted,
        });
    }

    /// <summary>The engine's word that it stands no more. Where a person's act said so before, that stays.</summary>
    public async Task ClearAsync(string incidentId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var incident = db.Incidents.Local.FirstOrDefault(known => known.Id == incidentId) ?? await db.Incidents.FirstOrDefaultAsync(known => known.Id == incidentId, cancellationToken);
        if (incident is not { IsOpen: true })
            return;
        incident.IsOpen = false;
        incident.ClearedAt = now;
        incident.End = IncidentEnd.Ended;
        db.Outbox.Add(OutboxMessage.Inbox(null, Duty.Admin, now));
    }

    /// <summary>What was raised since the last entry, for the next one; taken once.</summary>
    public IReadOnlyList<RaisedLine> TakeRaised()
    {
        RaisedLine[] taken = [.. raised.Select(incident => new RaisedLine(incident.Id, incident.ActivityId, incident.Code, incident.Detail))];
        raised.Clear();
        return taken;
    }

    private void Add(WorkflowIncident incident)
    {
        db.Incidents.Add(incident);
        raised.Add(incident);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}

/// <summary>An incident as an audit entry names it.</summary>
public sealed record RaisedLine(string Id, string Activity, string Code, string Detail);
