namespace Proposals.Web.Accounts;

/// <summary>Tries with one user name come one after the other: two at once would both be counted as the same wrong one.</summary>
internal sealed class SignInTurns : IDisposable
{
    private const int Lanes = 64;

    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        var lane = lanes[(uint)StringComparer.Ordinal.GetHashCode(name) % Lanes];
        await lane.WaitAsync(cancellationToken);
        return new Turn(lane);
    }

    public void Dispose()
    {
        foreach (var lane in lanes)
            lane.Dispose();
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
