using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Timers;
using Proposals.Workflows.Execution;

namespace Proposals.Incidents;

/// <summary>Writes down what workflows want of other systems.</summary>
public sealed class OutsideTaskBook(ProposalsDbContext db, DrawnActivities activities)
{
    public async Task OpenAsync(CaseId caseId, TaskWanted wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var instanceId = WorkflowInstance.Owning(wanted.WaitId);
        var drawn = await activities.FindAsync(instanceId, wanted.ActivityId, cancellationToken);
        db.OutsideTasks.Add(new OutsideTask
        {
            WaitId = wanted.WaitId,
            CaseId = caseId,
            InstanceId = instanceId,
            ActivityId = wanted.ActivityId,
            ActivityName = Lengths.Fitting(drawn?.DisplayText ?? wanted.ActivityId, Lengths.Name),
            TaskName = Lengths.Fitting(wanted.TaskName, Lengths.Name),
            Payload = wanted.Payload?.ToJsonString(),
            WantedAt = now,
        });
    }

    public async Task WithdrawAsync(string waitId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var task = db.InHand<OutsideTask>().FirstOrDefault(known => known.WaitId == waitId) ?? await db.OutsideTasks.FirstOrDefaultAsync(known => known.WaitId == waitId, cancellationToken);
        if (task is not { State: WaitState.Waiting })
            return;
        task.State = WaitState.Withdrawn;
        task.EndedAt = now;
    }
}
