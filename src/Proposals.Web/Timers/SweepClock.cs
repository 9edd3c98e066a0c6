using Microsoft.Extensions.Options;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Operations;
using Quartz;

namespace Proposals.Web.Timers;

/// <summary>Wakes the sweep of deadlines. What is due stays in the database, so a sweep that fails or comes late loses nothing.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepClock(RungSweep sweep, LastRuns runs, TimeProvider clock, ILogger<SweepClock> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await sweep.RunAsync(clock.GetUtcNow(), cancellationToken);
            runs.Note(Errand.RungSweep, clock.GetUtcNow());
        }
        catch (Exception failure) when (WriteConflict.IsOfTheStore(failure))
        {
            Log.TryAgain(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Due rungs could not be raised; it is tried again.")]
        public static partial void TryAgain(ILogger logger, Exception failure);
    }
}
