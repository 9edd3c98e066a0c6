using Proposals.Acts;
using Proposals.Workflows.Execution;

namespace Proposals.Incidents;

/// <summary>跳过: the workflow goes on behind the activity as if it had ended by this outcome. No fact is made by it.</summary>
public sealed record SkipIncident(string IncidentId, string Port, string Reason) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (incident, refusal) = await IncidentRefusals.FindOpenAsync(scene, IncidentId, Reason, cancellationToken);
        if (incident is null)
            return refusal;
        if (!incident.PortNames.Contains(Port))
            return IncidentRefusals.NoSuchPort(incident.ActivityName, Port);
        incident.Sign(scene, IncidentEnd.Skipped, Reason);
        incident.Port = Port;
        scene.Tells(new Skip(IncidentId, Port, scene.Now));
        return null;
    }
}
