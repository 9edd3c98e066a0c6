using Proposals.Deadlines;
using Proposals.Web.Pages.Deadlines;

namespace Proposals.Tests.Deadlines;

/// <summary>The calendar on the wall: whole weeks from Monday, with the office's own free days.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class MonthDayTests
{
    private static readonly WorkCalendar Calendar = new OfficeRules().Calendar;

    [Fact]
    public void Every_month_stands_whole_in_its_weeks()
    {
        for (var month = new DateOnly(OfficeYears.First, 1, 1); OfficeYears.Hold(month); month = month.AddMonths(1))
        {
            var days = MonthDay.Of(month, Calendar, new Dictionary<DateOnly, DeadlineDay>());
            Assert.Equal((DayOfWeek.Monday, DayOfWeek.Sunday), (days[0].On.DayOfWeek, days[^1].On.DayOfWeek));
            Assert.InRange(days.Count / 7, 4, 6);
            Assert.Equal(Enumerable.Range(0, days.Count).Select(days[0].On.AddDays), days.Select(day => day.On));
            Assert.Equal(Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month)), days.Where(day => day.IsInMonth).Select(day => day.On.Day));
            Assert.True(days.Take(7).Any(day => day.IsInMonth) && days.TakeLast(7).Any(day => day.IsInMonth));
        }
    }

    [Theory]
    [InlineData(2027, 2, 28)]
    [InlineData(2026, 11, 42)]
    [InlineData(2028, 2, 35)]
    public void A_month_has_no_week_that_is_not_its_own(int year, int month, int days)
    {
        var (first, last) = MonthDay.Weeks(new DateOnly(year, month, 1));
        Assert.Equal(days, last.DayNumber - first.DayNumber + 1);
    }

    [Fact]
    public void Holidays_and_the_days_worked_in_their_stead_are_told_by_name()
    {
        var days = MonthDay.Of(new DateOnly(2026, 10, 1), Calendar, new Dictionary<DateOnly, DeadlineDay>()).ToDictionary(day => day.On);
        var national = days[new DateOnly(2026, 10, 1)];
        Assert.Equal((false, true, "国庆节"), (national.IsWorked, national.Exception?.IsOff, national.Exception?.Name));
        var instead = days[new DateOnly(2026, 10, 10)];
        Assert.Equal((DayOfWeek.Saturday, true, false), (instead.On.DayOfWeek, instead.IsWorked, instead.Exception?.IsOff));
        Assert.Equal((false, null), (days[new DateOnly(2026, 10, 18)].IsWorked, days[new DateOnly(2026, 10, 18)].Exception));
        Assert.Equal((true, null), (days[new DateOnly(2026, 10, 20)].IsWorked, days[new DateOnly(2026, 10, 20)].Exception));
    }
}
