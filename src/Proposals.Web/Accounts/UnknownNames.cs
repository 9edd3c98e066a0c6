namespace Proposals.Web.Accounts;

/// <summary>Names that nobody has are locked after as many wrong passwords, and for as long, as those that somebody has: the page must not tell who works here.</summary>
internal sealed class UnknownNames(TimeProvider clock, int most, TimeSpan lockedFor)
{
    /// <summary>Whoever invents names by the thousand makes the oldest be forgotten, not the memory grow.</summary>
    private const int MostKept = 10_000;

    private readonly Lock door = new();
    private readonly Dictionary<string, (int Wrong, DateTimeOffset? LockedUntil, long Turn)> tried = [];
    private readonly Queue<(string Name, long Turn)> order = new();
    private long turns;

    /// <returns>Whether the name is locked now.</returns>
    public bool Fails(string name)
    {
        var now = clock.GetUtcNow();
        lock (door)
        {
            var known = tried.GetValueOrDefault(name);
            if (known.LockedUntil is { } until && until > now)
                return true;
            var wrong = known.LockedUntil is null ? known.Wrong + 1 : 1;
            var isLocked = wrong >= most;
            tried[name] = (isLocked ? 0 : wrong, isLocked ? now + lockedFor : null, ++turns);
            order.Enqueue((name, turns));
            while (order.Count > MostKept)
                if (order.Dequeue() is var (old, turn) && tried.TryGetValue(old, out var last) && last.Turn == turn)
                    tried.Remove(old);
            return isLocked;
        }
    }
}
