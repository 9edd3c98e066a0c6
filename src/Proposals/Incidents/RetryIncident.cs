using Proposals.Acts;
using Proposals.Workflows.Execution;

namespace Proposals.Incidents;

/// <summary>重试: the activity that stopped runs again, with the facts of now.</summary>
public sealed record RetryIncident(string IncidentId, string Reason) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (incident, refusal) = await IncidentRefusals.FindOpenAsync(scene, IncidentId, Reason, cancellationToken);
        if (incident is null)
            return refusal;
        incident.Sign(scene, IncidentEnd.Retried, Reason);
        scene.Tells(new Retry(IncidentId, scene.Now));
        return null;
    }
}
