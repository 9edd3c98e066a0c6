using Proposals.Deadlines;
using Proposals.Papers;

namespace Proposals.Tests.Papers;

[Trait("Asks", "NoDatabase")]
public sealed class LadderSlipTests
{
    [Theory]
    [InlineData(RungLevel.Blue, "政协提案办理提醒单")]
    [InlineData(RungLevel.Yellow, "政协提案办理预警单")]
    [InlineData(RungLevel.Red, "政协提案办理督办单")]
    public void Each_level_has_its_paper_and_the_system_as_its_author(RungLevel level, string title)
    {
        var paper = Printed.Open(Slip(level).Write());
        Assert.Contains("云澜区经贸旅游局", paper.Lines);
        Assert.Contains(title, paper.Lines);
        Assert.Contains("云澜区经贸旅游局办公室", paper.Lines);
        Assert.Contains("系统自动提醒\u30002025年6月10日", paper.Lines);
        Assert.DoesNotContain("〔", paper.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_whom_it_is_for_what_is_due_and_what_to_do()
    {
        var paper = Printed.Open(Slip(RungLevel.Yellow).Write());
        Assert.Equal("郑宁（旅游科）、王海涛（旅游科）", paper.Cell("送"));
        Assert.Equal("第258号提案", paper.Cell("案号"));
        Assert.Equal("2025年3月17日", paper.Cell("交办日期"));
        Assert.Equal("2025年6月17日", paper.Cell("办理期限"));
        Assert.Equal("还剩5个工作日", paper.Cell("至发出之日"));
        Assert.Equal("有效面商1次（共联系2次）", paper.Cell("面商情况"));
        Assert.StartsWith("请于2025年6月17日前完成面商、审签并送达复函。", paper.Cell("办理要求"), StringComparison.Ordinal);
        Assert.DoesNotContain("领导批示", paper.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_with_other_words_has_them_on_its_slips()
    {
        var words = new Dictionary<OfficeWord, string> { [OfficeWord.WarningSlip] = "催办单", [OfficeWord.Consultation] = "见面沟通" };
        var paper = Printed.Open((Slip(RungLevel.Yellow) with { Profile = ShippedRules.Profile with { Words = words } }).Write());
        Assert.Contains("政协提案办理催办单", paper.Lines);
        Assert.Equal("有效面商1次（共联系2次）", paper.Cell("见面沟通情况"));
        Assert.Contains("前完成见面沟通、审签并送达复函。", paper.Cell("办理要求"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_leaves_room_for_the_leader_and_for_the_answer()
    {
        var paper = Printed.Open((Slip(RungLevel.Red) with { RaisedOn = new DateOnly(2025, 6, 18) }).Write());
        Assert.Equal("", paper.Cell("领导批示"));
        Assert.Equal("", paper.Cell("办理情况"));
        Assert.StartsWith("期限已过，请立即完成面商、审签并送达复函", paper.Cell("办理要求"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_leader_wrote_stands_on_the_order_with_name_and_date()
    {
        var paper = Printed.Open((Slip(RungLevel.Red) with
        {
            RaisedOn = new DateOnly(2025, 6, 18),
            Direction = new SheetOpinion("今日内送审。\n分管领导盯办。", "沈立群", new DateOnly(2025, 6, 19)),
            AnswerBy = new DateOnly(2025, 6, 25),
        }).Write());
        Assert.Equal("今日内送审。\n分管领导盯办。\n沈立群\u30002025年6月19日", paper.Cell("领导批示"));
        Assert.Contains("请于2025年6月25日前书面报告", paper.Cell("办理要求"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_is_named_and_an_opinion_needs_no_consultations()
    {
        var paper = Printed.Open((Slip(RungLevel.Blue) with { Item = Samples.Suggestion, Kind = DeadlineKind.Commitment, Deadline = "承诺事项期限", About = "年底前完成改造", Consultations = "" }).Write());
        Assert.Contains("人大建议办理提醒单", paper.Lines);
        Assert.Equal("年底前完成改造", paper.Cell("事项"));
        Assert.Contains("兑现承诺事项", paper.Cell("办理要求"), StringComparison.Ordinal);
        Assert.DoesNotContain("面商情况", paper.Whole, StringComparison.Ordinal);
        Assert.DoesNotContain("提案人", paper.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_deadline_that_a_ladder_may_watch_has_its_demand()
    {
        foreach (var kind in Enum.GetValues<DeadlineKind>())
            Assert.StartsWith("请于2025年6月17日前", Printed.Open((Slip(RungLevel.Blue) with { Kind = kind }).Write()).Cell("办理要求"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_typed_never_spoils_the_file()
    {
        var paper = Printed.Open((Slip(RungLevel.Red) with
        {
            To = [Samples.Hostile, Samples.LongWord],
            About = Samples.Hostile,
            Stage = Samples.LongWord,
            Direction = new SheetOpinion(Samples.Hostile, Samples.Hostile, new DateOnly(2025, 6, 19)),
        }).Write());
        Assert.Contains("督办单", paper.Whole, StringComparison.Ordinal);
    }

    private static LadderSlip Slip(RungLevel level) => new(Samples.Proposal, Samples.Us, level, ShippedRules.Profile)
    {
        To = ["郑宁（旅游科）", "王海涛（旅游科）"],
        AssigningBody = "区政协提案委",
        AssignedOn = new DateOnly(2025, 3, 17),
        Kind = DeadlineKind.Reply,
        Deadline = "办理期限",
        DueOn = new DateOnly(2025, 6, 17),
        RaisedOn = new DateOnly(2025, 6, 10),
        Distance = "还剩5个工作日",
        Stage = "办理中：面商（郑宁）",
        Consultations = "有效面商1次（共联系2次）",
    };
}
