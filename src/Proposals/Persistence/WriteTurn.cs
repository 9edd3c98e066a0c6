namespace Proposals.Persistence;

/// <summary>An embedded database lets one writer in at a time and makes the others block their threads. Within this process they queue here instead, in order and without a thread; a database server needs no queue.</summary>
public sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim? turn;

    /// <param name="oneAtATime">True for an embedded database.</param>
    public WriteTurn(bool oneAtATime) => turn = oneAtATime ? new SemaphoreSlim(1) : null;

    /// <returns>To be disposed when the transaction is over.</returns>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        if (turn is null)
            return new Taken(null);
        await turn.WaitAsync(cancellationToken);
        return new Taken(turn);
    }

    /// <summary>For the few writers that cannot wait without their thread.</summary>
    public IDisposable Take(CancellationToken cancellationToken = default)
    {
        turn?.Wait(cancellationToken);
        return new Taken(turn);
    }

    public void Dispose() => turn?.Dispose();

    private sealed class Taken(SemaphoreSlim? turn) : IDisposable
    {
        private SemaphoreSlim? held = turn;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
