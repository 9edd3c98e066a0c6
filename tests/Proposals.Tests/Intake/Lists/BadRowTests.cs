using Proposals.Intake.Lists;

namespace Proposals.Tests.Intake.Lists;

/// <summary>Each kind of bad row has its reason and names its column; the rows around it stand.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class BadRowTests
{
    [Theory]
    [InlineData("\t关于夜市的建议\t沈月\t区经贸旅游局\t\t2026.3.17", "编号=act.missing")]
    [InlineData("12\t\t沈月\t区经贸旅游局\t\t2026.3.17", "案由=act.missing")]
    [InlineData("12\t关于夜市的建议\t\t区经贸旅游局\t\t2026.3.17", "领衔代表=act.missing")]
    [InlineData("12\t关于夜市的建议\t沈月（领衔）、施雯（领衔）\t区经贸旅游局\t\t2026.3.17", "领衔代表=list.two-leads")]
    [InlineData("12\t关于夜市的建议\t沈月\t区经贸旅游局\t区城管局、区经贸旅游局\t2026.3.17", "主办单位=list.lead-and-co")]
    [InlineData("12\t关于夜市的建议\t沈月\t\t区经贸旅游局\t2026.3.17", "主办单位=intake.co-needs-lead")]
    [InlineData("\t\t\t区经贸旅游局\t\t昨天", "编号=act.missing 案由=act.missing 领衔代表=act.missing 交办日期=list.bad-date")]
    public void A_bad_row_says_which_column_and_why(string cells, string problems)
    {
        var row = ListScene.Row(cells);
        Assert.Equal(problems, ListScene.Problems(row));
        Assert.Null(row.Act);
        Assert.Equal(3, row.Number);
    }

    [Theory]
    [InlineData("编号", 65)]
    [InlineData("案由", 201)]
    [InlineData("领衔代表", 65)]
    [InlineData("代表团", 65)]
    [InlineData("电话", 41)]
    [InlineData("会办单位", 65)]
    [InlineData("交办意见", 2001)]
    [InlineData("内容", 50_001)]
    public void A_text_too_long_for_the_ledger_is_named(string column, int length)
    {
        string[] headings = ["编号", "案由", "领衔代表", "主办单位", "会办单位", "代表团", "电话", "交办意见", "内容"];
        string[] cells = ["12", "关于夜市的建议", "沈月", "区经贸旅游局", "", "", "", "", ""];
        cells[Array.IndexOf(headings, column)] = new string('长', length);
        var problem = Assert.Single(ListScene.Row(string.Join('\t', cells), string.Join('\t', headings)).Problems);
        Assert.Equal("act.too-long", problem.Reason.Code);
        cells[Array.IndexOf(headings, column)] = new string('长', length - 1);
        Assert.Empty(ListScene.Row(string.Join('\t', cells), string.Join('\t', headings)).Problems);
    }

    [Fact]
    public void An_unknown_kind_is_named_and_no_kind_at_all_too()
    {
        var list = ListScene.Read("编号\t案由\t姓名\t主办单位\t类别\n12\t关于夜市的事\t沈月\t区经贸旅游局\t建议\n13\t关于公厕的事\t沈月\t区经贸旅游局\t信访\n14\t关于公厕的事\t沈月\t区经贸旅游局\t\n",
            context => context with { Term = 16, Session = 5, Sender = "区政府督查室", FillsDown = false });
        Assert.Equal(["", "类别=list.unknown-kind", "类别=list.no-kind"], list.Ours.Select(ListScene.Problems));
    }

    [Fact]
    public void A_session_is_asked_for_where_nothing_says_one()
    {
        const string Text = "编号\t案由\t代表\t主办单位\t届次\n12\t关于夜市的建议\t沈月\t区经贸旅游局\t\n13\t关于公厕的建议\t沈月\t区经贸旅游局\t第五次\n";
        Assert.Equal(["届次=list.no-session", "届次=list.bad-session"], ListScene.Read(Text, context => context with { FillsDown = false }).Ours.Select(ListScene.Problems));
        Assert.Equal(16, ListScene.Read(Text, context => context with { LastOfCongress = (16, 5), FillsDown = false }).Ours[0].Act?.TermNumber);
        Assert.Equal(15, ListScene.Read(Text, context => context with { LastOfCongress = (16, 5), Term = 15, Session = 5, FillsDown = false }).Ours[0].Act?.TermNumber);
    }

    [Fact]
    public void The_same_number_twice_is_told_with_the_row_of_the_first()
    {
        var list = ListScene.Read("区十六届人大五次会议代表建议\n编号\t案由\t代表\t主办单位\n12\t关于夜市的建议\t沈月\t区经贸旅游局\n12\t关于公厕的建议\t沈月\t区经贸旅游局\n");
        Assert.NotNull(list.Ours[0].Act);
        var problem = Assert.Single(list.Ours[1].Problems);
        Assert.Equal(("list.number-twice", "12", 3), (problem.Reason.Code, problem.Reason.Arguments[0], problem.Reason.Arguments[1]));
    }

    [Fact]
    public void A_second_name_in_the_first_proposers_column_is_a_second_lead_where_others_have_their_own()
    {
        const string Headings = "编号\t案由\t领衔代表\t联名代表\t主办单位";
        Assert.Equal("领衔代表=list.two-leads", ListScene.Problems(ListScene.Row("12\t关于夜市的建议\t沈月、施雯\t许可\t区经贸旅游局", Headings)));
        Assert.Equal(2, ListScene.Row("12\t关于夜市的建议\t沈月\t许可\t区经贸旅游局", Headings).Act?.Proposers.Count);
    }
}
