using Proposals.Deadlines;

namespace Proposals.Web.Demo;

/// <summary>The sweep at nine o'clock of every working day, as a minute's clock would have made it: the demo's rungs come one after the other, not all at once.</summary>
internal sealed class DemoSweeps(RungSweep sweep, WorkCalendar calendar, DateOnly from)
{
    public static readonly TimeOnly Hour = new(9, 0);

    private DateOnly next = from;

    /// <summary>Every sweep up to this moment that was not made yet.</summary>
    public async Task<RungSweepResult> UpToAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var result = new RungSweepResult(0, 0, 0);
        for (; OfficeClock.At(next, Hour) <= moment; next = next.AddDays(1))
        {
            if (calendar.IsWorkingDay(next))
                result += await sweep.RunAsync(OfficeClock.At(next, Hour), cancellationToken);
        }

        return result;
    }
}
