using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

public sealed class WorkCalendarTests
{
    private readonly OfficeRules rules = new();

    [Theory]
    [InlineData("2025-03-17", "10wd", "2025-03-31")]
    [InlineData("2025-03-17", "15wd", "2025-04-08")]
    [InlineData("2025-04-22", "5wd", "2025-04-28")]
    [InlineData("2025-04-22", "7wd", "2025-04-30")]
    [InlineData("2025-04-22", "10wd", "2025-05-08")]
    [InlineData("2025-03-17", "2m", "2025-05-17")]
    [InlineData("2025-03-17", "3m", "2025-06-17")]
    [InlineData("2025-11-30", "3m", "2026-02-28")]
    [InlineData("2025-03-17", "10d", "2025-03-27")]
    [InlineData("2025-03-17", "06-30", "2025-06-30")]
    [InlineData("2025-06-30", "06-30", "2026-06-30")]
    public void A_term_ends_where_the_rule_says(string start, string term, string due) =>
        Assert.Equal(DateOnly.Parse(due), rules.Calendar.Due(DateOnly.Parse(start), Term.Parse(term), rollMonths: false));

    [Fact]
    public void A_month_term_that_ends_on_a_weekend_rolls_only_where_the_profile_wants_it() =>
        Assert.Equal(new DateOnly(2025, 5, 19), rules.Calendar.Due(new DateOnly(2025, 3, 17), Term.Parse("2m"), rollMonths: true));

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("wd")]
    [InlineData("-3wd")]
    [InlineData("9999wd")]
    [InlineData("13-40")]
    [InlineData("3 m")]
    public void What_is_no_term_is_not_read_as_one(string text) => Assert.False(Term.TryParse(text, out _));

    [Fact]
    public void Counting_forth_and_back_and_between_agree()
    {
        for (var day = new DateOnly(2024, 12, 20); day < new DateOnly(2026, 3, 10); day = day.AddDays(1))
        {
            for (var n = 1; n < 25; n++)
            {
                var due = rules.Calendar.WorkingDaysFrom(day, n);
                Assert.True(rules.Calendar.IsWorkingDay(due));
                Assert.Equal(n, rules.Calendar.WorkingDaysBetween(day, due));
                Assert.Equal(-n, rules.Calendar.WorkingDaysBetween(due, day));
            }
        }
    }
}
