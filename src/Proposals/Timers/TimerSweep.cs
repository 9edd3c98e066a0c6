using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Timers;

/// <param name="Fired">Timers that this sweep fired itself.</param>
/// <param name="Left">Timers that were due and could not be fired now; the next sweep tries them again.</param>
/// <param name="Batches">How many reads it took.</param>
public sealed record SweepResult(int Fired, int Left, int Batches);

/// <summary>Fires what is due, each timer in a transaction of its own. Any number of sweeps may run at once: a timer fires in one of them.</summary>
public sealed partial class TimerSweep(IServiceScopeFactory scopes, ILogger<TimerSweep> logger)
{
    /// <summary>How many are read at a time, however long the machine was off.</summary>
    public const int Batch = 50;

    /// <summary>Works off everything that was due at this time. What a fired timer wants anew waits for the next sweep, so a circle of timers keeps none busy for ever.</summary>
    public async Task<SweepResult> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (fired, left, batches) = (0, 0, 0);
        Due? after = null;
        while (await NextAsync(now, after, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var due in batch)
            {
                switch (await FireAsync(due, now, cancellationToken))
                {
                    case true: fired++; break;
                    case null: left++; break;
                }
            }

            after = batch[^1];
            batches++;
        }

        return new SweepResult(fired, left, batches);
    }

    private async Task<List<Due>> NextAsync(DateTimeOffset now, Due? after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>().Timers.AsNoTracking()
            .Where(timer => timer.State == WaitState.Waiting && timer.DueAt <= now && timer.WantedAt < now);
        if (after is var (waitId, _, at))
            due = due.Where(timer => timer.DueAt > at || (timer.DueAt == at && timer.WaitId.CompareTo(waitId) > 0));
        return await due.OrderBy(timer => timer.DueAt).ThenBy(timer => timer.WaitId).Take(Batch)
            .Select(timer => new Due(timer.WaitId, timer.CaseId, timer.DueAt)).ToListAsync(cancellationToken);
    }

    /// <returns>Null where the database was too busy or full, or the workflow itself is broken; false where somebody else was first.</returns>
    private async Task<bool?> FireAsync(Due due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<CaseActs>().RunAsSystemAsync(due.CaseId, new ElapseTimer(due.WaitId), now, cancellationToken);
            if (outcome.IsDone)
                ProductTelemetry.Fired(now - due.At);
            return outcome.IsDone ? true : outcome.Refusal == ActRefusals.Busy || outcome.Refusal == ActRefusals.NotStored ? null : false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One case with a broken definition must not keep the timers of all others from firing.
            Log.Failed(logger, failure, due.WaitId);
            return null;
        }
    }

    private sealed record Due(string WaitId, CaseId CaseId, DateTimeOffset At);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The timer {WaitId} could not be fired; the next sweep tries it again.")]
        public static partial void Failed(ILogger logger, Exception failure, string waitId);
    }
}
