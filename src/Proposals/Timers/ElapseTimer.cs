using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Workflows.Execution;

namespace Proposals.Timers;

/// <summary>The moment has come: the system's own act, which no person does. Whoever claims the row fires it; all others find it taken.</summary>
public sealed record ElapseTimer(string WaitId) : CaseAct
{
    public static Refusal NotWaiting { get; } = new("timer.not-waiting");

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (caseId, now) = (scene.Case.Id, scene.Now);
        var claimed = await scene.Db.Timers.Where(timer => timer.WaitId == WaitId && timer.CaseId == caseId && timer.State == WaitState.Waiting && timer.DueAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(timer => timer.State, WaitState.Over).SetProperty(timer => timer.EndedAt, now), cancellationToken);
        if (claimed != 1)
            return NotWaiting;
        scene.Tells(new TimerElapsed(WaitId, now));
        return null;
    }
}
