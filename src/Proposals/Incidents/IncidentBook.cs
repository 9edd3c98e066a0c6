using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.Inbox;
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
            ActivityName = Lengths.Fitting(drawn?.DisplayText ?? incident.ActivityId, Lengths.Name),
            Code = Lengths.Fitting(incident.Code, Lengths.Code),
            Detail = Lengths.Fitting(incident.Detail, Lengths.Remark),
            StopsInstance = incident.StopsInstance,
            Ports = Lengths.Fitting(string.Join('\n', drawn is { Ports.Count: > 0 } ? drawn.Ports.Select(port => port.Name) : [Skip.NoPort]), Lengths.Remark),
            RaisedAt = now,
        });
    }

    /// <summary>A child that cannot be started. Its parent waits on, until somebody lets it try again or go on without.</summary>
    public async Task RaiseAsync(WorkflowInstance parent, ChildWanted wanted, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = wanted.WaitId ?? wanted.ChildInstanceId;
        if (await FindAsync(id, cancellationToken) is { } again)
        {
            // It was tried again in vain: the same line of the list opens anew.
            (again.IsOpen, again.ClearedAt, again.ClearedById, again.End) = (true, null, null, null);
            raised.Add(again);
            return;
        }

        var drawn = await activities.FindAsync(parent.Id, wanted.ActivityId, cancellationToken);
        Add(new WorkflowIncident
        {
            Id = id,
            CaseId = parent.CaseId,
            InstanceId = parent.Id,
            ActivityId = wanted.ActivityId,
            ActivityType = drawn?.Type ?? "",
            ActivityName = Lengths.Fitting(drawn?.DisplayText ?? wanted.ActivityId, Lengths.Name),
            Code = code,
            Detail = Lengths.Fitting(wanted.DefinitionId, Lengths.Remark),
            StopsInstance = false,
            Ports = Skip.NoPort,
            RaisedAt = now,
            Pending = CanonicalText.Write(new JsonObject { ["activity"] = wanted.ActivityId, ["child"] = wanted.ChildInstanceId, ["correlation"] = wanted.CorrelationId, ["definition"] = wanted.DefinitionId, ["inputs"] = wanted.Inputs.DeepClone(), ["wait"] = wanted.WaitId }),
        });
    }

    /// <summary>The child that an incident is about; null where the incident is the engine's own.</summary>
    public async Task<ChildWanted?> PendingAsync(string incidentId, CancellationToken cancellationToken)
    {
        if ((await FindAsync(incidentId, cancellationToken))?.Pending is not { } text || JsonNode.Parse(text) is not JsonObject pending)
            return null;
        string? Text(string name) => pending[name]?.GetValue<string>();
        return new ChildWanted(Text("wait"), Text("activity") ?? "", Text("child") ?? "", Text("definition") ?? "", Text("correlation"), pending["inputs"]?.DeepClone().AsObject() ?? []);
    }

    /// <summary>For what the host itself could not do and nothing waits for: closed as soon as it is written.</summary>
    public void Note(WorkflowInstance instance, string code, string detail, DateTimeOffset now) => Add(new WorkflowIncident
    {
        Id = $"{instance.Id}.{TimedId.At(now):N}",
        CaseId = instance.CaseId,
        InstanceId = instance.Id,
        ActivityId = "",
        ActivityType = "",
        ActivityName = "",
        Code = code,
        Detail = Lengths.Fitting(detail, Lengths.Remark),
        StopsInstance = false,
        Ports = "",
        RaisedAt = now,
        IsOpen = false,
        ClearedAt = now,
        End = IncidentEnd.Noted,
    });

    /// <summary>The engine's word that nothing stands there any more. Only this closes an incident; why, the act in whose transaction it happens has said.</summary>
    public async Task ClearAsync(string incidentId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(incidentId, cancellationToken) is not { IsOpen: true } incident)
            return;
        incident.IsOpen = false;
        if (incident.ClearedAt != now)
            (incident.ClearedAt, incident.ClearedById, incident.End) = (now, null, IncidentEnd.Ended);
        db.Outbox.Add(OutboxMessage.Inbox(null, Duty.Admin, now));
    }

    /// <summary>Whether the case's workflows stand anywhere, with what this act has changed.</summary>
    public async Task<bool> AnyOpenAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        await db.Incidents.Where(incident => incident.CaseId == caseId && incident.IsOpen).LoadAsync(cancellationToken);
        return db.InHand<WorkflowIncident>().Any(incident => incident.CaseId == caseId && incident.IsOpen);
    }

    /// <summary>What was raised since the last entry, for the next one; taken once.</summary>
    public IReadOnlyList<RaisedLine> TakeRaised()
    {
        RaisedLine[] taken = [.. raised.Select(incident => new RaisedLine(incident.Id, incident.ActivityId, incident.Code, incident.Detail))];
        raised.Clear();
        return taken;
    }

    private async Task<WorkflowIncident?> FindAsync(string id, CancellationToken cancellationToken) =>
        db.InHand<WorkflowIncident>().FirstOrDefault(known => known.Id == id) ?? await db.Incidents.FirstOrDefaultAsync(known => known.Id == id, cancellationToken);

    private void Add(WorkflowIncident incident)
    {
        db.Incidents.Add(incident);
        raised.Add(incident);
        db.Outbox.Add(OutboxMessage.Inbox(null, Duty.Admin, incident.RaisedAt));
    }
}

/// <summary>An incident as an audit entry names it.</summary>
public sealed record RaisedLine(string Id, string Activity, string Code, string Detail);
