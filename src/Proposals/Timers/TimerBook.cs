using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Workflows.Execution;

namespace Proposals.Timers;

/// <summary>Writes down the moments that workflows wait for.</summary>
public sealed class TimerBook(ProposalsDbContext db)
{
    public void Open(CaseId caseId, TimerWanted wanted, DateTimeOffset now) => db.Timers.Add(new WorkflowTimer
    {
        WaitId = wanted.WaitId,
        CaseId = caseId,
        InstanceId = WorkflowInstance.Owning(wanted.WaitId),
        ActivityId = wanted.ActivityId,
        WantedAt = now,
        DueAt = wanted.DueAt,
    });

    public async Task WithdrawAsync(string waitId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var timer = db.InHand<WorkflowTimer>().FirstOrDefault(known => known.WaitId == waitId) ?? await db.Timers.FirstOrDefaultAsync(known => known.WaitId == waitId, cancellationToken);
        if (timer is not { State: WaitState.Waiting })
            return;
        timer.State = WaitState.Withdrawn;
        timer.EndedAt = now;
    }
}
