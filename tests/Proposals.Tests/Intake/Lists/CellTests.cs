using System.Text.Json;
using Proposals.Intake;
using Proposals.Intake.Lists;

namespace Proposals.Tests.Intake.Lists;

/// <summary>What one cell of a list says, in the many ways in which it is written.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class CellTests
{
    [Theory]
    [InlineData("2026.3.17")]
    [InlineData("2026-03-17")]
    [InlineData("2026/3/17")]
    [InlineData("2026年3月17日")]
    [InlineData("２０２６年３月１７日")]
    [InlineData("2026年3月17日（星期二）")]
    [InlineData("二〇二六年三月十七日")]
    [InlineData("3月17日")]
    [InlineData("3/17")]
    [InlineData("20260317")]
    [InlineData("46098")]
    [InlineData("46098.5")]
    [InlineData("2026-03-17 00:00:00")]
    [InlineData("2026/3/17 9:30")]
    public void A_day_is_read_as_it_is_written(string cell) =>
        Assert.Equal(SampleList.Day, ListScene.Row($"12\t关于夜市的建议\t沈月\t区经贸旅游局\t\t{cell}").Act?.AssignedOn);

    [Theory]
    [InlineData("2026.2.30", "list.bad-date")]
    [InlineData("2026.13.1", "list.bad-date")]
    [InlineData("3/17/2026", "list.bad-date")]
    [InlineData("03/04/2026", "list.bad-date")]
    [InlineData("26.3.17", "list.bad-date")]
    [InlineData("2026年3月", "list.bad-date")]
    [InlineData("3.17", "list.bad-date")]
    [InlineData("2026.3.17-3.20", "list.bad-date")]
    [InlineData("3月", "list.bad-date")]
    [InlineData("月底", "list.bad-date")]
    [InlineData("99999", "list.bad-date")]
    [InlineData("2026-03-21", "list.future-date")]
    public void A_day_that_is_none_or_could_be_two_is_a_problem_of_its_row(string cell, string code) =>
        Assert.Equal($"交办日期={code}", ListScene.Problems(ListScene.Row($"12\t关于夜市的建议\t沈月\t区经贸旅游局\t\t{cell}")));

    [Fact]
    public void A_day_without_a_year_takes_the_lists_own_year_before_the_given_one()
    {
        const string Rows = "编号\t案由\t提案人\t承办单位\t交办日期\n12\t关于夜市的提案\t沈月\t区经贸旅游局\t12月1日\n";
        static ListContext Given(ListContext context) => context with { AssignedOn = new DateOnly(2024, 5, 6), Term = 15, Session = 5 };
        Assert.Equal(new DateOnly(2025, 12, 1), Assert.Single(ListScene.Read("2025年政协提案交办清单\n" + Rows, Given).Ours).Act?.AssignedOn);
        Assert.Equal(new DateOnly(2023, 12, 1), ListScene.Read(Rows + "13\t关于公厕的提案\t沈月\t区经贸旅游局\t2023.12.5\n", Given).Ours[0].Act?.AssignedOn);
        Assert.Equal(new DateOnly(2024, 12, 1), Assert.Single(ListScene.Read(Rows, Given).Ours).Act?.AssignedOn);
        Assert.Equal("交办日期=list.date-without-year", ListScene.Problems(Assert.Single(ListScene.Read(Rows, context => Given(context) with { AssignedOn = null }).Ours)));
    }

    [Fact]
    public void The_day_that_the_clerk_gives_holds_against_the_title_and_a_line_between_the_rows_against_both()
    {
        const string Rows = "编号\t案由\t提案人\t承办单位\n12\t关于夜市的提案\t沈月\t区经贸旅游局\n";
        static ListContext Given(ListContext context) => context with { Term = 15, Session = 5 };
        const string Titled = "提案交办清单（交办日期：2026年3月16日）\n" + Rows;
        Assert.Equal(new DateOnly(2026, 3, 16), ListTitle.Of(ListFile.ReadPasted(Titled).Sheets[0], []).AssignedOn);
        Assert.Equal(new DateOnly(2026, 3, 18), Assert.Single(ListScene.Read(Titled, Given).Ours).Act?.AssignedOn);
        Assert.Equal(new DateOnly(2026, 3, 16), Assert.Single(ListScene.Read(Titled, context => Given(context) with { AssignedOn = null }).Ours).Act?.AssignedOn);
        Assert.Equal(new DateOnly(2026, 3, 11), ListScene.Read(Titled + "第二批政协提案（交办日期：2026年3月11日）\n13\t关于公厕的提案\t沈月\t区经贸旅游局\n", Given).Ours[1].Act?.AssignedOn);
        Assert.Equal(new DateOnly(2026, 3, 18), Assert.Single(ListScene.Read("提案交办清单（2026年3月16日印）\n" + Rows, Given).Ours).Act?.AssignedOn);
        Assert.Equal("=list.no-date", ListScene.Problems(Assert.Single(ListScene.Read(Rows, context => Given(context) with { AssignedOn = null }).Ours)));
    }

    [Theory]
    [InlineData("沈月", "沈月 Lead", 0)]
    [InlineData("沈 月", "沈月 Lead", 0)]
    [InlineData("沈　月 范建国", "沈月 Lead, 范建国 CoProposer", 0)]
    [InlineData("沈月、范建国，施雯;许可", "沈月 Lead, 范建国 CoProposer, 施雯 CoProposer, 许可 CoProposer", 0)]
    [InlineData("沈月等5人", "沈月 Lead", 4)]
    [InlineData("沈月、范建国等十二名代表", "沈月 Lead, 范建国 CoProposer", 10)]
    [InlineData("沈月代表", "沈月 Lead", 0)]
    [InlineData("范建国、沈月（领衔）", "沈月 Lead, 范建国 CoProposer", 0)]
    [InlineData("沈月（附议：施雯、许可）", "沈月 Lead, 施雯 Seconder, 许可 Seconder", 0)]
    [InlineData("领衔：沈月；联名：范建国；附议：施雯", "沈月 Lead, 范建国 CoProposer, 施雯 Seconder", 0)]
    [InlineData("民建区基层委", "民建区基层委 Collective", 0)]
    [InlineData("区政协经济科技委员会、沈月", "区政协经济科技委员会 Collective, 沈月 CoProposer", 0)]
    [InlineData("阿卜杜拉·买买提", "阿卜杜拉·买买提 Lead", 0)]
    [InlineData("\"沈月\n范建国\"", "沈月 Lead, 范建国 CoProposer", 0)]
    public void Proposers_of_one_cell_are_told_apart(string cell, string expected, int unnamed)
    {
        var row = ListScene.Row($"12\t关于夜市的建议\t{cell}\t区经贸旅游局\t\t2026.3.17");
        Assert.Equal(expected, string.Join(", ", row.Act?.Proposers.Select(entry => $"{entry.Name} {entry.Role}") ?? []));
        Assert.Equal(unnamed, row.Unnamed);
    }

    [Theory]
    [InlineData("区经贸旅游局", "", OurRole.SoleOrganizer, "")]
    [InlineData("云澜区经贸旅游局", "无", OurRole.SoleOrganizer, "")]
    [InlineData("区经贸旅游局（区粮食局）", "", OurRole.SoleOrganizer, "")]
    [InlineData("区经贸旅游局", "区住建局、区城管局", OurRole.LeadOrganizer, "区住建局 CoOrganizer, 区城管局 CoOrganizer")]
    [InlineData("区经贸旅游局、区住建局", "", OurRole.SplitHandling, "区住建局 SplitHandling")]
    [InlineData("区经贸旅游局，区住建局", "区城管局", OurRole.SplitHandling, "区住建局 SplitHandling, 区城管局 CoOrganizer")]
    [InlineData("区住建局", "区经贸旅游局", OurRole.CoOrganizer, "区住建局 LeadOrganizer")]
    [InlineData("区住建局、区城管局", "区经贸旅游局", OurRole.CoOrganizer, "区住建局 LeadOrganizer, 区城管局 SplitHandling")]
    [InlineData("区经贸旅游局（主办）、区住建局（会办）", "", OurRole.LeadOrganizer, "区住建局 CoOrganizer")]
    [InlineData("主办：区住建局；会办：区经贸旅游局、区城管局", "", OurRole.CoOrganizer, "区住建局 LeadOrganizer, 区城管局 CoOrganizer")]
    [InlineData("分别办理：区住建局、区经贸旅游局", "", OurRole.SplitHandling, "区住建局 SplitHandling")]
    [InlineData("区经贸旅游局（区粮食局、区供销社）", "", OurRole.SoleOrganizer, "")]
    [InlineData("区经贸旅游局", "区发改局（区粮食局、区供销社）、区城管局", OurRole.LeadOrganizer, "区发改局（区粮食局、区供销社） CoOrganizer, 区城管局 CoOrganizer")]
    [InlineData("区经贸旅游局", "区发改局（区粮食局）（会办）、区城管局 （会办）", OurRole.LeadOrganizer, "区发改局（区粮食局） CoOrganizer, 区城管局 CoOrganizer")]
    [InlineData("区经贸旅游局", "区发改局（区粮食局、区城管局", OurRole.LeadOrganizer, "区发改局（区粮食局 CoOrganizer, 区城管局 CoOrganizer")]
    public void Our_role_follows_from_where_we_are_named(string lead, string co, OurRole role, string others)
    {
        var act = ListScene.Row($"12\t关于夜市的建议\t沈月\t{lead}\t{co}\t2026.3.17").Act;
        Assert.Equal(role, act?.OurRole);
        Assert.Equal(others, string.Join(", ", act?.OtherUnits.Select(unit => $"{unit.Name} {unit.Role}") ?? []));
    }

    [Theory]
    [InlineData("区经贸旅游局、区住建局", "", OurRole.LeadOrganizer)]
    [InlineData("区住建局、区经贸旅游局", "", OurRole.CoOrganizer)]
    [InlineData("区经贸旅游局、区住建局", "分别办理", OurRole.SplitHandling)]
    [InlineData("区经贸旅游局", "独办", OurRole.SoleOrganizer)]
    public void In_a_column_that_says_nothing_of_roles_the_first_unit_leads(string units, string method, OurRole role) =>
        Assert.Equal(role, ListScene.Row($"12\t关于夜市的建议\t沈月\t{units}\t{method}\t2026.3.17", "编号\t案由\t领衔代表\t承办单位\t办理方式\t交办日期").Act?.OurRole);

    [Theory]
    [InlineData("区十六届人大五次会议代表建议交办清单", ItemKind.Suggestion, 16, 5, false, AdministrativeLevel.District)]
    [InlineData("云澜区第十六届人民代表大会第五次会议代表建议", ItemKind.Suggestion, 16, 5, false, AdministrativeLevel.District)]
    [InlineData("区政协15届5次会议提案", ItemKind.CppccProposal, 15, 5, false, AdministrativeLevel.District)]
    [InlineData("政协云澜区第十五届委员会第二十一次会议提案分解表", ItemKind.CppccProposal, 15, 21, false, AdministrativeLevel.District)]
    [InlineData("市十四届人大三次会议代表建议", ItemKind.Suggestion, 14, 3, false, AdministrativeLevel.City)]
    [InlineData("区十六届人大五次会议闭会期间代表建议", ItemKind.Suggestion, 16, 5, true, AdministrativeLevel.District)]
    [InlineData("区十六届人大五次会议议案", ItemKind.Motion, 16, 5, false, AdministrativeLevel.District)]
    public void Kind_and_session_are_read_from_the_title(string title, ItemKind kind, int term, int session, bool isInterSession, AdministrativeLevel level)
    {
        var act = Assert.Single(ListScene.Read($"{title}\n编号\t案由\t姓名\t承办单位\n12\t关于夜市的事\t沈月\t区经贸旅游局\n").Ours).Act;
        Assert.Equal((kind, term, session, isInterSession, level), (act?.Kind ?? default, act?.TermNumber ?? 0, act?.SessionNumber ?? 0, act?.IsInterSession ?? false, act?.Level ?? default));
    }

    [Theory]
    [InlineData("第258号", "258")]
    [InlineData("第12号建议", "12")]
    [InlineData("２５８", "258")]
    [InlineData("〔2026〕12号", "〔2026〕12")]
    [InlineData("012", "012")]
    public void A_number_is_kept_without_its_frame(string cell, string number) =>
        Assert.Equal(number, ListScene.Row($"{cell}\t关于夜市的建议\t沈月\t区经贸旅游局\t\t2026.3.17").Act?.CaseNumber);

    [Fact]
    public void Text_that_only_looks_like_a_quoted_cell_stays_as_it_is()
    {
        var reading = ListFile.ReadPasted("编号\t案由\t代表\n1\t\"一老一小\"服务\t甲\n2\t\"夜经济\t乙\n3\t\"两行\n\"\"引号\"\"\"\t丙\n");
        Assert.Equal("""[["\u7F16\u53F7","\u6848\u7531","\u4EE3\u8868"],["1","\u0022\u4E00\u8001\u4E00\u5C0F\u0022\u670D\u52A1","\u7532"],["2","\u0022\u591C\u7ECF\u6D4E","\u4E59"],["3","\u4E24\u884C\n\u0022\u5F15\u53F7\u0022","\u4E19"]]""", JsonSerializer.Serialize(reading.Sheets[0].Rows));
    }

    [Theory]
    [InlineData("区发改局（区粮食局）", "区发改局（区粮食局） CoOrganizer")]
    [InlineData("区发改局（区粮食局、区供销社）；区城管局 分办", "区发改局（区粮食局、区供销社） CoOrganizer, 区城管局 SplitHandling")]
    [InlineData("区城管局（主办）\r\n区住建局\t协办", "区城管局 LeadOrganizer, 区住建局 CoOrganizer")]
    public void The_slips_lines_of_other_units_are_read_as_the_lists_cells(string lines, string expected) =>
        Assert.Equal(expected, string.Join(", ", UnitLines.Read(OurRole.LeadOrganizer, null, lines).Select(unit => $"{unit.Name} {unit.Role}")));

    [Theory]
    [InlineData("附议代表", "沈月 Lead, 范建国 Seconder, 施雯 Seconder", false)]
    [InlineData("附议人", "沈月 Lead, 范建国 Seconder, 施雯 Seconder", false)]
    [InlineData("联名代表", "沈月 Lead, 范建国 CoProposer, 施雯 CoProposer", false)]
    [InlineData("联名（附议）人", "沈月 Lead, 范建国 CoProposer, 施雯 CoProposer", true)]
    public void A_column_of_seconders_owes_them_no_reply_and_a_mixed_one_is_asked_about(string heading, string expected, bool asks)
    {
        var list = ListScene.Read($"区十六届人大五次会议代表建议\n编号\t案由\t领衔代表\t{heading}\t主办单位\n12\t关于夜市的建议\t沈月\t范建国、施雯\t区经贸旅游局\n");
        Assert.Equal(expected, string.Join(", ", Assert.Single(list.Ours).Act?.Proposers.Select(entry => $"{entry.Name} {entry.Role}") ?? []));
        Assert.Equal(asks ? heading : null, list.MixedHeading);
        Assert.Null(ListScene.Read("编号\t案由\t联名（附议）人\n1\tx\ty\n", context => context with { Columns = ListColumns.Nothing }).MixedHeading);
    }

    [Theory]
    [InlineData("区人大代表建议交办清单\n交办单位：区人大常委会代表工委　　交办日期：2026年3月16日", "区人大常委会代表工委", ItemKind.Suggestion)]
    [InlineData("政协提案交办表（交办单位:区政协提案委）", "区政协提案委", ItemKind.CppccProposal)]
    [InlineData("建议、提案交办清单（区政府督查室2026年3月）", "区政府督查室", null)]
    [InlineData("建议、提案交办清单", null, null)]
    public void Who_sent_a_list_is_said_by_its_title(string title, string? sender, ItemKind? kind)
    {
        var read = ListTitle.Of(ListFile.ReadPasted(title + "\n编号\t案由\t主办单位\n12\t关于夜市的事\t区经贸旅游局\n").Sheets[0], ["区政府督查室", "区政府"]);
        Assert.Equal((sender, kind), (read.Sender, read.Kind));
    }
}
