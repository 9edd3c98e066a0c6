using Microsoft.Extensions.Options;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Timers;
using Proposals.Web.Operations;

namespace Proposals.Web.Timers;

/// <summary>Wakes the sweep every few seconds. A failure is logged and the next turn tries again; what is due stays in the database.</summary>
internal sealed partial class TimerClock(IServiceScopeFactory scopes, TimerSweep sweep, Redating redating, LastRuns runs, TimeProvider clock, IOptions<TimerOptions> options, ILogger<TimerClock> logger) : BackgroundService
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await sweep.RunAsync(clock.GetUtcNow(), cancellationToken);
            await TakeRulesAsync(cancellationToken);
            runs.Note(Errand.TimerSweep, clock.GetUtcNow());
        }
        catch (Exception failure) when (WriteConflict.IsOfTheStore(failure))
        {
            Log.TryAgain(logger, failure);
        }
    }

    /// <summary>Rules that another process changed, and dates that an interrupted change left behind.</summary>
    private async Task TakeRulesAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RuleShelf>().RefreshAsync(OfficeClock.Day(clock.GetUtcNow()), cancellationToken);
        }

        await redating.RunAsync(clock.GetUtcNow(), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.EverySeconds == 0)
            return;
        // The pause is real time even where the demo's clock was moved.
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.EverySeconds));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Due timers could not be read; it is tried again.")]
        public static partial void TryAgain(ILogger logger, Exception failure);
    }
}
