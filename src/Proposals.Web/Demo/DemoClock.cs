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

    public void Forward(int workingDays, WorkCalendar calendar)
    {
        var today = OfficeClock.Day(GetUtcNow());
        Interlocked.Add(ref aheadTicks, TimeSpan.FromDays(calendar.WorkingDaysFrom(today, workingDays).DayNumber - today.DayNumber).Ticks);
    }

    /// <summary>After a restart the clock must not stand before what was already recorded.</summary>
    public async Task CatchUpAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        var last = await db.AuditEntries.MaxAsync(entry => (DateTimeOffset?)entry.RecordedAt, cancellationToken);
        if (last is { } moment && moment > GetUtcNow())
            Interlocked.Exchange(ref aheadTicks, (moment - base.GetUtcNow()).Ticks);
    }
}
