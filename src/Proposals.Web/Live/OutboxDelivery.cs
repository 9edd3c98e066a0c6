using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Web.Operations;

namespace Proposals.Web.Live;

/// <summary>Empties the outbox once a second. A failure is logged and tried again; nothing is lost by it.</summary>
internal sealed partial class OutboxDelivery(IServiceScopeFactory scopes, LiveBell bell, LastRuns runs, TimeProvider clock, ILogger<OutboxDelivery> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendAllAsync(cancellationToken);
            runs.Note(Errand.OutboxDelivery, clock.GetUtcNow());
        }
        catch (Exception failure) when (WriteConflict.IsOfTheStore(failure))
        {
            Log.TryAgain(logger, failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The pause is real time even where the demo's clock was moved.
        using var timer = new PeriodicTimer(Pause);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await SendAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        int sent;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            sent = await scope.ServiceProvider.GetRequiredService<Outbox>().SendAsync((message, _) =>
            {
                bell.Ring(message);
                return Task.CompletedTask;
            }, clock.GetUtcNow(), cancellationToken);
        }
        while (sent > 0);
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be emptied; it is tried again.")]
        public static partial void TryAgain(ILogger logger, Exception failure);
    }
}
