using Proposals.Web.CommandLine;

namespace Proposals.Tests.CommandLine;

/// <summary>What <c>due START TERM</c> says, and its exit code.</summary>
public sealed class DueCommandTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    [Theory]
    [InlineData("2025-03-17", "10wd", "2025-03-31")]
    [InlineData("2025-03-17", "15wd", "2025-04-08")]
    [InlineData("2025-04-22", "5wd", "2025-04-28")]
    [InlineData("2025-04-22", "7wd", "2025-04-30")]
    [InlineData("2025-04-22", "10wd", "2025-05-08")]
    [InlineData("2025-03-17", "10d", "2025-03-27")]
    [InlineData("2025-03-17", "2m", "2025-05-17")]
    [InlineData("2025-11-30", "3m", "2026-02-28")]
    [InlineData("2025-03-17", "06-30", "2025-06-30")]
    [InlineData("2025-06-30", "06-30", "2026-06-30")]
    [InlineData("2025-03-17", "0wd", "2025-03-17")]
    public async Task The_last_line_is_the_date_alone(string start, string term, string due)
    {
        Assert.Equal(0, await Run(start, term));
        Assert.Equal(due, Said()[^1]);
        Assert.Equal("", errors.ToString());
    }

    [Fact]
    public async Task A_term_of_working_days_names_every_day_that_is_not_what_its_weekday_says()
    {
        await Run("2025-04-22", "10wd", "--calendar", "china");
        Assert.Equal(
        [
            "2025-04-22 Tuesday: the start, not counted itself",
            "10wd: 10 working days after it by the calendar china, Saturdays and Sundays not counted",
            "  2025-04-27 Sunday: counted, worked in place of a day of 劳动节",
            "  2025-05-01 Thursday: not counted, 劳动节 is a holiday",
            "  2025-05-02 Friday: not counted, 劳动节 is a holiday",
            "  2025-05-05 Monday: not counted, 劳动节 is a holiday",
            "2025-05-08",
        ], Said());
    }

    [Fact]
    public async Task A_term_of_months_says_that_it_stays_on_a_day_off_and_within_its_month()
    {
        await Run("2025-11-30", "3m");
        Assert.Equal(
        [
            "2025-11-30 Sunday: the start, not counted itself",
            "3m: 3 months after it, on the same day of the month",
            "  the month has no day 30, so its last day",
            "2026-02-28",
        ], Said());
        output.GetStringBuilder().Clear();
        await Run("2025-03-17", "2m");
        Assert.Contains("  2025-05-17 Saturday is not worked; a term of months stays there all the same", Said());
    }

    [Theory]
    [InlineData("2099-12-01", "10wd")]
    [InlineData("2099-12-01", "10d")]
    public async Task A_date_beyond_the_calendar_is_called_provisional(string start, string term)
    {
        Assert.Equal(0, await Run(start, term));
        Assert.StartsWith("note: the calendar china is known up to ", Said()[^2]);
        Assert.EndsWith("what lies beyond is provisional", Said()[^2]);
    }

    [Fact]
    public async Task A_start_before_the_calendar_is_told_too()
    {
        Assert.Equal(0, await Run("2000-01-03", "5wd"));
        Assert.Contains("note: the calendar china begins with 2024; before that only weekends are known", Said());
        Assert.Equal("2000-01-10", Said()[^1]);
    }

    [Theory]
    [InlineData("START is missing; usage: due START TERM [--calendar NAME]")]
    [InlineData("TERM is missing; usage: due START TERM [--calendar NAME]", "2025-03-17")]
    [InlineData("'3m' is one word too many; usage: due START TERM [--calendar NAME]", "2025-03-17", "2m", "3m")]
    [InlineData("'--year' is not known; usage: due START TERM [--calendar NAME]", "2025-03-17", "2m", "--year")]
    [InlineData("--calendar needs a name; usage: due START TERM [--calendar NAME]", "2025-03-17", "2m", "--calendar")]
    [InlineData("--calendar stands there twice; usage: due START TERM [--calendar NAME]", "--calendar", "china", "2025-03-17", "2m", "--calendar", "china")]
    [InlineData("'17.3.2025' is no day: write START as yyyy-MM-dd.", "17.3.2025", "2m")]
    [InlineData("'2025-02-29' is no day: write START as yyyy-MM-dd.", "2025-02-29", "2m")]
    [InlineData("START lies in 1999: the years 2000 to 2100 can be counted.", "1999-12-31", "2m")]
    [InlineData("START lies in 2101: the years 2000 to 2100 can be counted.", "2101-01-01", "2m")]
    [InlineData("'soon' is no term: write 7wd, 10d, 3m or 06-30.", "2025-03-17", "soon")]
    [InlineData("'-5wd' is no term: write 7wd, 10d, 3m or 06-30.", "2025-03-17", "-5wd")]
    [InlineData("'Reply-20d' counts back from another deadline (Reply), and here there is only START: write 7wd, 10d, 3m or 06-30.", "2025-03-17", "Reply-20d")]
    [InlineData("No calendar is called 'mars'; there is: china.", "2025-03-17", "2m", "--calendar", "mars")]
    public async Task A_wrong_command_line_ends_with_2_and_one_sentence(string sentence, params string[] words)
    {
        Assert.Equal(2, await Run(words));
        Assert.Equal(sentence, errors.ToString().TrimEnd());
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void It_is_asked_for_by_its_name()
    {
        Assert.True(DueCommand.Asked(["due", "2025-03-17"]));
        Assert.False(DueCommand.Asked(["run", "due"]));
        Assert.False(DueCommand.Asked([]));
    }

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    private Task<int> Run(params string[] words) => DueCommand.RunAsync(["due", .. words], output, errors);

    private List<string> Said() => [.. output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n')];
}
