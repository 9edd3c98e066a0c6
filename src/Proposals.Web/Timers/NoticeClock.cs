using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Operations;
using Quartz;

namespace Proposals.Web.Timers;

/// <summary>Has notices leave the house, a little after each sweep. What is to be sent stays in the database, so a turn that fails or comes late loses nothing.</summary>
[DisallowConcurrentExecution]
internal sealed partial class NoticeClock(NoticeDispatch dispatch, LastRuns runs, TimeProvider clock, ILogger<NoticeClock> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await dispatch.ComposeAsync(clock.GetUtcNow(), cancellationToken);
            foreach (var channel in dispatch.Channels)
                await SendAllAsync(channel, cancellationToken);
            runs.Note(Errand.NoticeDispatch, clock.GetUtcNow());
        }
        catch (Exception failure) when (WriteConflict.IsOfTheStore(failure))
        {
            Log.TryAgain(logger, failure);
        }
    }

    /// <summary>Until nothing is due, or the channel fails.</summary>
    private async Task SendAllAsync(NoticeChannel channel, CancellationToken cancellationToken)
    {
        DispatchResult result;
        do
            result = await dispatch.SendAsync(channel, clock.GetUtcNow(), cancellationToken);
        while (result is { Sent: > 0 } && result.Sent + result.Failed == NoticeDispatch.Batch);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Notices could not be composed or sent; it is tried again.")]
        public static partial void TryAgain(ILogger logger, Exception failure);
    }
}
