using System.Collections.Concurrent;

namespace Proposals.Web.Operations;

/// <summary>What this process does again and again by itself.</summary>
public enum Errand
{
    OutboxDelivery,
    TimerSweep,
    RungSweep,
    NoticeDispatch,
    Watch,
}

/// <summary>When each last ended, in this process; an errand that failed is not noted, so that a page shows how old the last good one is.</summary>
public sealed class LastRuns
{
    private readonly ConcurrentDictionary<Errand, DateTimeOffset> ended = new();

    public void Note(Errand errand, DateTimeOffset now) => ended[errand] = now;

    public DateTimeOffset? Of(Errand errand) => ended.TryGetValue(errand, out var at) ? at : null;
}
