using Microsoft.Extensions.Options;
using Proposals.Acts;
using Proposals.Operations;
using Proposals.Persistence;

namespace Proposals.Web.Operations;

/// <summary>Has the watchdog look every few minutes and keeps what it found last. Whoever asks in between gets that, or has it look anew.</summary>
public sealed partial class WatchClock(IServiceScopeFactory scopes, TimeProvider clock, LastRuns runs, IOptions<WatchOptions> options, ILogger<WatchClock> logger) : BackgroundService
{
    private readonly SemaphoreSlim one = new(1);

    public WatchReport? Latest { get; private set; }

    public async Task<WatchReport> LookAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<Watchdog>().LookAsync(clock.GetUtcNow(), cancellationToken);
            runs.Note(Errand.Watch, report.At);
            ProductTelemetry.Found(report.Count);
            if (!report.IsWell)
                Log.Found(logger, report.Count, string.Join(", ", report.Found.Select(kind => $"{kind.Kind} {kind.Count}")));
            return Latest = report;
        }
        finally
        {
            one.Release();
        }
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.EveryMinutes == 0)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.EveryMinutes));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
        }
        catch (Exception failure) when (WriteConflict.IsOfTheStore(failure))
        {
            Log.TryAgain(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The watchdog has {Count} findings: {Kinds}. The page /admin/health names them.")]
        public static partial void Found(ILogger logger, int count, string kinds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The watchdog could not read the database; it looks again.")]
        public static partial void TryAgain(ILogger logger, Exception failure);
    }
}
