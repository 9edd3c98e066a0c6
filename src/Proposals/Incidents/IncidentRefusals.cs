using Microsoft.EntityFrameworkCore;
using Proposals.Acts;

namespace Proposals.Incidents;

public static class IncidentRefusals
{
    /// <summary>A word is no reason.</summary>
    public const int ShortestReason = 5;

    public static Refusal Unknown { get; } = new("incident.unknown");

    public static Refusal Closed(DateTimeOffset at) => new("incident.closed", at);

    public static Refusal NoSuchPort(string activity, string port) => new("incident.no-such-port", activity, port);

    public static Refusal ReasonTooShort { get; } = new("incident.reason-too-short", ShortestReason);

    public static Refusal TaskUnknown { get; } = new("incident.task-unknown");

    public static Refusal ResultUnreadable { get; } = new("incident.result-unreadable");

    public static Refusal TaskOver { get; } = new("incident.task-over");

    public static Refusal? CheckReason(string reason) =>
        ActRefusals.Check("Reason", reason) ?? (reason.Trim().Length < ShortestReason ? ReasonTooShort : null);

    /// <summary>The incident, if it is this case's and still open; else why not.</summary>
    internal static async Task<(WorkflowIncident? Open, Refusal? Refusal)> FindOpenAsync(CaseScene scene, string id, string reason, CancellationToken cancellationToken)
    {
        if (CheckReason(reason) is { } refusal)
            return (null, refusal);
        var caseId = scene.Case.Id;
        var found = await scene.Db.Incidents.FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId, cancellationToken);
        return found switch
        {
            null => (null, Unknown),
            { IsOpen: false } => (null, Closed(found.ClearedAt ?? found.RaisedAt)),
            _ => (found, null),
        };
    }

    /// <summary>Who lets it go on, and why. It stays open until the engine says that it stands no more.</summary>
    internal static void Sign(this WorkflowIncident incident, CaseScene scene, IncidentEnd end, string reason)
    {
        incident.ClearedAt = scene.Now;
        incident.ClearedById = scene.Decider.Id;
        incident.End = end;
        incident.Reason = reason;
    }
}
