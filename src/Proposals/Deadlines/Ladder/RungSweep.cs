using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <param name="Raised">Rungs that this sweep raised, or claimed, itself.</param>
/// <param name="Skipped">Rungs it passed over because a higher one was due as well.</param>
/// <param name="Left">Deadlines whose rungs were due and could not be raised now; the next sweep tries them again.</param>
public sealed record RungSweepResult(int Raised, int Skipped, int Left)
{
    public static RungSweepResult operator +(RungSweepResult first, RungSweepResult second) =>
        new(first.Raised + second.Raised, first.Skipped + second.Skipped, first.Left + second.Left);
}

/// <summary>Raises every rung that has come, some hundreds in a transaction, however long nobody looked. Any number of sweeps may run at once: a rung is raised in one of them.</summary>
public sealed partial class RungSweep(IServiceScopeFactory scopes, ILogger<RungSweep> logger)
{
    public Task<RungSweepResult> RunAsync(DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(now, RungState.Raised, cancellationToken);

    /// <summary>The same for another process that raises them: the rows are written, and what they say is not said yet.</summary>
    public Task<RungSweepResult> ClaimAsync(DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(now, RungState.Claimed, cancellationToken);

    private async Task<RungSweepResult> RunAsync(DateTimeOffset now, RungState state, CancellationToken cancellationToken)
    {
        now = UtcMomentConverter.AsStored(now);
        var result = new RungSweepResult(0, 0, 0);
        RungCursor? after = null;
        while (true)
        {
            var batch = await BatchAsync(now, after, RungDesk.Batch, state, cancellationToken) ?? await OneByOneAsync(now, after, state, cancellationToken);
            result += batch.Result;
            if (batch.Last is null)
                return result;
            after = batch.Last;
        }
    }

    /// <returns>Null where the batch as a whole could not be written.</returns>
    private async Task<RungBatch?> BatchAsync(DateTimeOffset now, RungCursor? after, int most, RungState state, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<RungDesk>().RaiseAsync(now, after, most, state, cancellationToken);
        }
        catch (Exception failure) when (WriteConflict.Names(failure) is Conflict.Duplicate)
        {
            // A row stands that the deadline does not know of: one such line must not keep the others of its batch from being raised.
            Log.Twice(logger, failure);
            return null;
        }
    }

    private async Task<RungBatch> OneByOneAsync(DateTimeOffset now, RungCursor? after, RungState state, CancellationToken cancellationToken)
    {
        var result = new RungSweepResult(0, 0, 0);
        for (var tried = 0; tried < RungDesk.Batch; tried++)
        {
            if (await BatchAsync(now, after, 1, state, cancellationToken) is { } one)
            {
                result += one.Result;
                if (one.Last is null)
                    return new RungBatch(result, null);
                after = one.Last;
                continue;
            }

            await using var scope = scopes.CreateAsyncScope();
            after = await scope.ServiceProvider.GetRequiredService<RungDesk>().NextAfterAsync(now, after, cancellationToken);
            result += new RungSweepResult(0, 0, 1);
            if (after is null)
                return new RungBatch(result, null);
        }

        return new RungBatch(result, after);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A rung that was due had been raised before; its deadline is passed over.")]
        public static partial void Twice(ILogger logger, Exception failure);
    }
}
