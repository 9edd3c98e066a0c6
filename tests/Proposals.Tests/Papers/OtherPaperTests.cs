using Proposals.Intake;
using Proposals.Papers;

namespace Proposals.Tests.Papers;

[Trait("Asks", "NoDatabase")]
public sealed class OtherPaperTests
{
    [Fact]
    public void An_opinion_goes_to_the_lead_unit_and_bears_no_class()
    {
        var paper = Printed.Open(Samples.Opinion().Write());
        Assert.Contains("关于区政协十五届五次会议第258号提案的会办意见", paper.Lines);
        Assert.Contains("云经旅提函〔2025〕3号", paper.Lines);
        Assert.Contains("区住建局：", paper.Lines);
        Assert.Contains("贵局主办的《关于加快发展商旅文紧密结合的旅游产业的提案》（区政协十五届五次会议第258号提案）收悉。经研究，我局会办意见如下：", paper.Lines);
        Assert.DoesNotContain("类别", string.Concat(paper.Heads), StringComparison.Ordinal);
        Assert.DoesNotContain("感谢您", paper.Whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("：")]
    [InlineData("区文广局：")]
    public void An_opinion_typed_whole_is_not_said_twice(string salutation)
    {
        var paper = Printed.Open(Samples.Opinion(salutation + "\n\u3000\u3000贵单位主办的提案收悉。经研究，提出会办意见如下：\n\u3000\u3000同意。").Write());
        Assert.DoesNotContain(salutation, paper.Lines);
        Assert.Contains("区住建局：", paper.Lines);
        Assert.Equal(1, paper.Lines.Count(line => line.Contains("收悉", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_opinion_without_its_optional_parts_is_valid()
    {
        var paper = Printed.Open(new OpinionLetter(Samples.Suggestion, Samples.Us, "", "").Write());
        Assert.Contains("主办单位：", paper.Lines);
        Assert.Contains("关于区十六届人大五次会议第12号建议的会办意见", paper.Lines);
    }

    [Fact]
    public void A_deputys_form_asks_attitude_and_result_apart()
    {
        var paper = Printed.Open(Samples.Form(Samples.Suggestion, new Respondent("吕素琴", ProposerRole.Lead) { WorkUnit = "云澜区某单位" }).Write());
        Assert.Contains("人大建议办理情况征询意见表", paper.Lines);
        Assert.Equal("吕素琴", paper.Cell("领衔代表"));
        Assert.Equal("\u3000□满意\u3000\u3000□基本满意\u3000\u3000□不满意", paper.Cell("办理态度"));
        Assert.Equal("\u3000□满意\u3000\u3000□基本满意\u3000\u3000□不满意", paper.Cell("办理结果"));
        Assert.Contains("请自收到复函之日起15个工作日内填写并签名，交回云澜区经贸旅游局。", paper.Lines);
        Assert.DoesNotContain("提案人", paper.Whole, StringComparison.Ordinal);
        // The bureau fills in no rating.
        Assert.DoesNotContain("☑", paper.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collective_form_names_the_unit_and_asks_who_answered()
    {
        var paper = Printed.Open((Samples.Form(Samples.Proposal, new Respondent("民建区基层委", ProposerRole.Collective) { ContactPerson = "顾小满" }) with { ReturnBy = new DateOnly(2025, 7, 3) }).Write());
        Assert.Equal("民建区基层委", paper.Cell("提案单位"));
        Assert.Equal("顾小满", paper.Cell("联系人"));
        Assert.Equal("\u3000□是\u3000\u3000□否", paper.Cell("分管领导答复"));
        Assert.Contains("请于2025年7月3日前填写并盖章，交回云澜区经贸旅游局。", paper.Lines);
    }

    [Fact]
    public void Each_who_is_asked_gets_a_form_of_his_own()
    {
        var paper = Printed.Open(Samples.Form(Samples.Proposal, new("陈启明", ProposerRole.Lead), new("单晓峰", ProposerRole.CoProposer)).Write());
        Assert.Equal(2, paper.Copies);
        Assert.Equal("单晓峰", paper.Cell("联名提案人"));
    }

    [Fact]
    public void The_sheet_shows_what_was_decided_with_name_and_date()
    {
        var paper = Printed.Open((Samples.Sheet() with
        {
            Signatures = [new("同意。请抓紧送达。", "方晓岚", new DateOnly(2025, 6, 3))],
            OfficeReviews = [new("要素齐全。", "俞敏", new DateOnly(2025, 6, 2))],
        }).Write());
        Assert.Equal("同意。请抓紧送达。\n方晓岚\u30002025年6月3日", paper.Cell("签发"));
        Assert.Equal("要素齐全。\n俞敏\u30002025年6月2日", paper.Cell("办公室核稿"));
        Assert.Equal("", paper.Cell("会签"));
        Assert.Equal("", paper.Cell("科室审核"));
        Assert.Equal("陈启明委员", paper.Cell("主送"));
        Assert.Equal("区政协提案委、区住建局", paper.Cell("抄送"));
        Assert.Equal("无", paper.Cell("密级"));
        Assert.Equal("云经旅提〔2025〕1号", paper.Cell("发文字号"));
        Assert.Equal("关于区政协十五届五次会议第258号提案的答复", paper.Cell("标题"));
        Assert.Equal("郑宁\u30002025年5月23日", paper.Cell("拟稿人"));
    }

    [Fact]
    public void Whatever_people_typed_the_files_stay_valid()
    {
        var item = Samples.Suggestion with { Number = Samples.Hostile, Subject = Samples.LongWord + Samples.Hostile };
        var us = new PaperIssuer(Samples.Hostile) { Address = Samples.Hostile, Phone = Samples.Hostile };
        Printed.Open(new OpinionLetter(item, us, Samples.Hostile, Samples.Hostile) { DocumentNumber = Samples.Hostile, ContactPerson = Samples.Hostile }.Write());
        Printed.Open(new FeedbackSheet(item, us, [new(Samples.Hostile, ProposerRole.Lead) { WorkUnit = Samples.LongWord }]) { RoleWord = Samples.Hostile, ContactPhone = Samples.Hostile }.Write());
        Printed.Open(new SigningSheet(us, Samples.Hostile)
        {
            Department = Samples.Hostile,
            ConsultationWord = Samples.Hostile,
            Drafter = Samples.LongWord,
            To = [Samples.Hostile],
            Signatures = [new(Samples.Hostile + Samples.LongWord, Samples.Hostile, new DateOnly(2025, 6, 3))],
        }.Write());
    }
}
