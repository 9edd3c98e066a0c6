using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.Web.Demo;

/// <summary>演示时钟: the machine's clock, which a visitor may move forward by working days. Development only.</summary>
internal sealed class DemoClock : TimeProvider
{
    private long aheadTicks;

    public bool IsAhead => Interlocked.Read(ref aheadTicks) > 0;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref aheadTicks));

    /// <summary>To the same hour of a later day, or to nine where the visitor is up earlier: the sweep of that day belongs to it.</summary>
    public void Forward(int workingDays, WorkCalendar calendar)
    {
        var now = GetUtcNow();
        var today = OfficeClock.Day(now);
        var day = calendar.WorkingDaysFrom(today, workingDays);
        var then = now.AddDays(day.DayNumber - today.DayNumber);
        var opens = OfficeClock.At(day, DemoSweeps.Hour);
        Interlocked.Add(ref aheadTicks, ((then > opens ? then : opens) - now).Ticks);
    }

    /// <summary>After a restart the clock must not stand before what was already recorded.</summary>
    public async Task CatchUpAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        var last = await db.AuditEntries.MaxAsync(entry => (DateTimeOffset?)entry.RecordedAt, cancellationToken);
        if (last is { } moment && moment > GetUtcNow())
            Interlocked.Exchange(ref aheadTicks, (moment - base.GetUtcNow()).Ticks);
    }
}
