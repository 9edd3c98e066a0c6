using Proposals.Inbox;
using Proposals.Incidents;
using Proposals.Timers;
using Proposals.Workflows.Execution;

namespace Proposals.Handling;

/// <summary>Passes on what an engine wants to whoever keeps such things: people's steps, timers, tasks of other systems, incidents.</summary>
public sealed class WorkflowTold(StepBook steps, TimerBook timers, OutsideTaskBook tasks, IncidentBook incidents) : IWorkflowTold
{
    public async Task ToldAsync(CaseId caseId, Effect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case StepWanted wanted:
                await steps.OpenAsync(caseId, wanted, now, cancellationToken);
                break;
            case TimerWanted wanted:
                timers.Open(caseId, wanted, now);
                break;
            case TaskWanted wanted:
                await tasks.OpenAsync(caseId, wanted, now, cancellationToken);
                break;
            case WaitWithdrawn { Kind: WaitKind.Person } withdrawn:
                await steps.WithdrawAsync(withdrawn.WaitId, now, cancellationToken);
                break;
            case WaitWithdrawn { Kind: WaitKind.Timer } withdrawn:
                await timers.WithdrawAsync(withdrawn.WaitId, now, cancellationToken);
                break;
            case WaitWithdrawn { Kind: WaitKind.Task } withdrawn:
                await tasks.WithdrawAsync(withdrawn.WaitId, now, cancellationToken);
                break;
            case WaitWithdrawn { Kind: WaitKind.Child } withdrawn:
                await incidents.ClearAsync(withdrawn.WaitId, now, cancellationToken);
                break;
            case IncidentRaised raised:
                await incidents.RaiseAsync(caseId, raised, now, cancellationToken);
                break;
            case IncidentCleared cleared:
                await incidents.ClearAsync(cleared.IncidentId, now, cancellationToken);
                break;
        }
    }
}
