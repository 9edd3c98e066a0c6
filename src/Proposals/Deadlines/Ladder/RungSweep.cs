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
    /// <summary>While the server writes one batch, the next is added up.</summary>
    private const int LanesOnServer = 2;

    public Task<RungSweepResult> RunAsync(DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(now, RungState.Raised, cancellationToken);

    /// <summary>The same for another process that raises them: the rows are written, and what they say is not said yet.</summary>
    public Task<RungSweepResult> ClaimAsync(DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(now, RungState.Claimed, cancellationToken);

    private async Task<RungSweepResult> RunAsync(DateTimeOffset now, RungState state, CancellationToken cancellationToken)
    {
        now = UtcMomentConverter.AsStored(now);
        var first = await NextAsync(now, null, state, cancellationToken);
        if (first.Last is null)
            return first.Result;
        if (!IsOnServer())
            return first.Result + await RestAsync(now, first.Last, state, cancellationToken);
        var lanes = await Task.WhenAll(Enumerable.Range(0, LanesOnServer).Select(_ => RestAsync(now, first.Last, state, cancellationToken)));

        // What one lane found in the other's hands is looked for once more; what is left after that is counted once.
        var both = lanes.Aggregate(first.Result, (sum, lane) => sum + lane) with { Left = 0 };
        return both + await RestAsync(now, null, state, cancellationToken);
    }

    private bool IsOnServer()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ProposalsDbContext>() is PostgresProposalsDbContext;
    }

    /// <summary>All that come after one, batch by batch.</summary>
    private async Task<RungSweepResult> RestAsync(DateTimeOffset now, RungCursor? after, RungState state, CancellationToken cancellationToken)
    {
        var result = new RungSweepResult(0, 0, 0);
        while (true)
        {
            var batch = await NextAsync(now, after, state, cancellationToken);
            result += batch.Result;
            if (batch.Last is null)
                return result;
            after = batch.Last;
        }
    }

    private async Task<RungBatch> NextAsync(DateTimeOffset now, RungCursor? after, RungState state, CancellationToken cancellationToken) =>
        await BatchAsync(now, after, RungDesk.Batch, state, cancellationToken) ?? await OneByOneAsync(now, after, state, cancellationToken);

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
