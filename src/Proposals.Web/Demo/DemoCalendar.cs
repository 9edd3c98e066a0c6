using Proposals.Deadlines;

namespace Proposals.Web.Demo;

/// <summary>Dates relative to the day the demo is made for (T).</summary>
internal sealed class DemoCalendar(OfficeRules rules, DateOnly today)
{
    private const int SearchedDays = 200;

    public DateOnly Today => today;

    /// <summary>n-th working day after T, before it for a negative n.</summary>
    public DateOnly Wd(int n) => rules.Calendar.WorkingDaysFrom(today, n);

    public DateOnly After(DateOnly day, int workingDays) => rules.Calendar.WorkingDaysFrom(day, workingDays);

    public bool IsWorkingDay(DateOnly day) => rules.Calendar.IsWorkingDay(day);

    public DateOnly LastWorkingDay => IsWorkingDay(today) ? today : Wd(-1);

    /// <summary>Among working days before T, the assignment day whose derived due date is nearest to the wish and fulfils the condition.</summary>
    public DateOnly AssignedSoThatDue(DeadlineKind kind, DateOnly wish, Func<DateOnly, bool> condition)
    {
        return Enumerable.Range(1, SearchedDays).Select(back => today.AddDays(-back)).Where(IsWorkingDay)
            .Select(assigned => (Assigned: assigned, Due: rules.InForceOn(assigned).Due(assigned, kind)))
            .Where(candidate => condition(candidate.Due))
            .MinBy(candidate => Math.Abs(candidate.Due.DayNumber - wish.DayNumber)).Assigned;
    }
}
