using Microsoft.EntityFrameworkCore;
using Proposals.Designer;
using Proposals.Persistence;
using Proposals.Workflows.Definitions;

namespace Proposals.Handling;

/// <summary>Finds an activity of a running instance as its author drew it.</summary>
public sealed class DrawnActivities(ProposalsDbContext db, PublishedDefinitions definitions)
{
    public async Task<DefinedActivity?> FindAsync(string instanceId, string activityId, CancellationToken cancellationToken)
    {
        var version = db.InHand<WorkflowInstance>().FirstOrDefault(instance => instance.Id == instanceId)?.DefinitionVersionId
            ?? await db.WorkflowInstances.Where(instance => instance.Id == instanceId).Select(instance => (Guid?)instance.DefinitionVersionId).FirstOrDefaultAsync(cancellationToken);
        return version is not { } id ? null : (await definitions.CompiledAsync(db, id, cancellationToken)).Drawn(activityId);
    }
}
