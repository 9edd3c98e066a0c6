using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

[Trait("Asks", "NoDatabase")]
public sealed class TermRuleTests
{
    [Theory]
    [InlineData("3m", TermUnit.Months, 3, 0, null)]
    [InlineData("7wd", TermUnit.WorkingDays, 7, 0, null)]
    [InlineData("06-30", TermUnit.DayOfYear, 6, 30, null)]
    [InlineData("02-29", TermUnit.DayOfYear, 2, 29, null)]
    [InlineData("Reply-20d", TermUnit.CalendarDays, 20, 0, DeadlineKind.Reply)]
    [InlineData("Reply-10wd", TermUnit.WorkingDays, 10, 0, DeadlineKind.Reply)]
    [InlineData("ReplyHardLimit-1m", TermUnit.Months, 1, 0, DeadlineKind.ReplyHardLimit)]
    public void A_rule_is_read_and_written_alike(string text, TermUnit unit, int amount, int day, DeadlineKind? backFrom)
    {
        Assert.True(TermRule.TryParse(text, out var rule));
        Assert.Equal(new TermRule(new Term(unit, amount, day), backFrom), rule);
        Assert.Equal(text, rule.ToString());
    }

    [Fact]
    public void Every_kind_of_deadline_can_be_counted_back_from() =>
        Assert.All(Enum.GetValues<DeadlineKind>(), kind => Assert.Equal(kind, TermRule.Parse($"{kind}-20d").BackFrom));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("Reply")]
    [InlineData("reply-20d")]
    [InlineData("REPLY-20d")]
    [InlineData("Nothing-20d")]
    [InlineData("Reply-")]
    [InlineData("Reply--20d")]
    [InlineData("Reply-06-30")]
    [InlineData("Reply-Reply-20d")]
    [InlineData("-20d")]
    [InlineData("Reply-20")]
    [InlineData("Reply-9999d")]
    [InlineData("Reply20d")]
    [InlineData(" Reply-20d")]
    [InlineData("Reply -20d")]
    [InlineData("Reply- 20d")]
    [InlineData("Reply-20d ")]
    [InlineData("0-1m")]
    [InlineData("3-20d")]
    [InlineData("+3-20d")]
    [InlineData("Reply,Archive-20d")]
    [InlineData("06-31")]
    [InlineData("20D")]
    public void What_is_no_rule_is_not_read_as_one(string? text)
    {
        Assert.False(TermRule.TryParse(text, out var rule));
        Assert.Equal(default, rule);
    }

    [Fact]
    public void Who_writes_no_rule_is_told_what_one_looks_like() =>
        Assert.Contains("Reply-20d", Assert.Throws<FormatException>(() => TermRule.Parse("reply-20d")).Message, StringComparison.Ordinal);
}
