using Proposals.Deadlines;
using Proposals.Tests.Conventions;

namespace Proposals.Tests.Deadlines;

[Trait("Asks", "NoDatabase")]
public sealed class DueSumTests(RandomDues random) : IClassFixture<RandomDues>
{
    private const int OftenEnough = 500;

    private static readonly DateOnly Start = new(2025, 3, 17);

    private readonly WorkCalendar calendar = new OfficeRules().Calendar;

    [Fact]
    public void A_finger_on_the_wall_calendar_finds_the_same_date() => Complaints.None(random.OtherDate is { } other ? [other] : []);

    [Fact]
    public void Every_line_adds_up_from_what_it_says_and_the_last_one_is_the_date() => Complaints.None(random.OtherLine is { } other ? [other] : []);

    [Fact]
    public void The_random_terms_meet_everything_that_can_happen() =>
        Complaints.None(random.Met.Where(met => met.Value < OftenEnough).Select(met => $"{met.Key}: only {met.Value} times"));

    [Theory]
    [InlineData("2025-03-17", "10wd", "2025-03-31")]
    [InlineData("2025-03-17", "15wd", "2025-04-08")]
    [InlineData("2025-04-22", "5wd", "2025-04-28")]
    [InlineData("2025-04-22", "7wd", "2025-04-30")]
    [InlineData("2025-04-22", "10wd", "2025-05-08")]
    [InlineData("2025-03-17", "1d", "2025-03-18")]
    [InlineData("2025-03-17", "1m", "2025-04-17")]
    [InlineData("2025-03-17", "2m", "2025-05-17")]
    [InlineData("2025-03-17", "3m", "2025-06-17")]
    [InlineData("2025-03-17", "6m", "2025-09-17")]
    [InlineData("2025-11-30", "3m", "2026-02-28")]
    [InlineData("2025-03-17", "06-30", "2025-06-30")]
    [InlineData("2025-06-30", "06-30", "2026-06-30")]
    [InlineData("2025-02-27", "02-29", "2025-02-28")]
    public void The_day_of_the_assignment_is_not_counted(string start, string term, string due) =>
        Assert.Equal(DateOnly.Parse(due), Sum(new(DateOnly.Parse(start)) { Term = Term.Parse(term) }).DueOn);

    [Fact]
    public void Months_that_end_on_a_Saturday_end_on_Monday_where_the_office_rolls_them()
    {
        var sum = Sum(After("2m") with { RollsMonths = true });
        Assert.Equal(new DateOnly(2025, 5, 19), sum.DueOn);
        Assert.Equal([DueReason.Started, DueReason.Counted, DueReason.Rolled], sum.Lines.Select(line => line.Reason));
    }

    [Fact]
    public void A_pause_keeps_what_was_left_to_the_day()
    {
        var sum = Sum(After("3m") with { Standstills = [new(On(4, 1), On(4, 11))] });
        Assert.Equal(On(6, 27), sum.DueOn);
        Assert.Equal(new DueLine(DueReason.Waited, On(4, 11), On(6, 27)) { Amount = 77 }, sum.Lines[^1]);
    }

    [Fact]
    public void Working_days_that_were_left_are_left_as_working_days() =>
        Assert.Equal(On(4, 11), Sum(After("10wd") with { Standstills = [new(On(3, 24), On(4, 3))] }).DueOn);

    [Fact]
    public void A_pause_on_the_last_day_ends_with_the_last_day() =>
        Assert.Equal(On(7, 1), Sum(After("3m") with { Standstills = [new(On(6, 17), On(7, 1))] }).DueOn);

    [Fact]
    public void A_pause_after_the_date_changes_nothing()
    {
        var sum = Sum(After("3m") with { Standstills = [new(On(6, 18), On(7, 1)), new(On(7, 10), null)] });
        Assert.Equal(On(6, 17), sum.DueOn);
        Assert.Equal(2, sum.Lines.Count);
        Assert.False(sum.StandsStill);
    }

    [Fact]
    public void While_the_clock_stands_still_the_date_is_the_one_it_had()
    {
        var sum = Sum(After("3m") with { Standstills = [new(On(4, 1), null)] });
        Assert.True(sum.StandsStill);
        Assert.Equal(On(6, 17), sum.DueOn);
        Assert.Equal(77, sum.Lines[^1].Amount);
    }

    [Fact]
    public void An_extension_is_the_date_itself_even_on_a_day_off()
    {
        Assert.Equal(On(8, 29), Sum(After("3m") with { Granted = [new(On(6, 10), On(8, 29))] }).DueOn);
        Assert.Equal(On(8, 30), Sum(After("3m") with { RollsMonths = true, Granted = [new(On(6, 10), On(8, 30))] }).DueOn);
    }

    [Fact]
    public void An_extension_granted_within_a_pause_is_not_moved_by_it()
    {
        var pause = new Standstill(On(6, 2), On(6, 12));
        Assert.Equal(On(8, 29), Sum(After("3m") with { Standstills = [pause], Granted = [new(On(6, 10), On(8, 29))] }).DueOn);
        Assert.Equal(On(9, 8), Sum(After("3m") with { Standstills = [pause], Granted = [new(On(6, 2), On(8, 29))] }).DueOn);
    }

    [Fact]
    public void A_term_counted_back_follows_the_other_date_and_no_pause()
    {
        var back = Back("Reply-20d", On(6, 17));
        Assert.Equal(On(5, 28), Sum(back).DueOn);
        Assert.Equal(On(5, 28), Sum(back with { Standstills = [new(On(4, 1), On(4, 11))] }).DueOn);
        Assert.Equal(On(6, 2), Sum(back with { Granted = [new(On(5, 20), On(6, 2))] }).DueOn);
    }

    [Fact]
    public void A_term_counted_back_past_its_start_ends_on_the_start() => Assert.Equal(Start, Sum(Back("Reply-20d", On(4, 1))).DueOn);

    [Fact]
    public void No_pause_carries_a_date_past_the_last_one()
    {
        var paused = After("3m") with { Standstills = [new(On(4, 1), On(5, 31))] };
        Assert.Equal(On(8, 16), Sum(paused).DueOn);
        Assert.Equal(On(7, 31), Sum(paused with { NoLaterThan = On(7, 31) }).DueOn);
    }

    [Fact]
    public void A_pause_that_moves_nothing_takes_nothing_away()
    {
        var extended = After("10wd") with { Granted = [new(On(3, 20), On(4, 8))], NoLaterThan = On(4, 1) };
        Assert.Equal(On(4, 8), Sum(extended with { Standstills = [new(On(3, 28), On(3, 30))] }).DueOn);
    }

    private static DateOnly On(int month, int day) => new(2025, month, day);

    private static DueReasons After(string term) => new(Start) { Term = Term.Parse(term) };

    private static DueReasons Back(string rule, DateOnly other)
    {
        var parsed = TermRule.Parse(rule);
        Assert.Equal(DeadlineKind.Reply, parsed.BackFrom);
        return new(Start) { Term = parsed.Term, BackFrom = other };
    }

    private DueSum Sum(DueReasons reasons) => DueSum.Of(calendar, reasons);
}
