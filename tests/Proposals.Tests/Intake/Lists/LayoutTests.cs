using Proposals.Intake;
using Proposals.Intake.Lists;

namespace Proposals.Tests.Intake.Lists;

/// <summary>How offices lay out their lists.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class LayoutTests
{
    [Fact]
    public void Headings_may_take_two_rows()
    {
        var list = ListScene.Read("提案分解表\n编号\t案由\t提案人\t承办单位\t\t交办日期\n\t\t\t主办\t会办\t\n12\t关于夜市的提案\t沈月\t区住建局\t区经贸旅游局\t2026.3.17\n", context => context with { Term = 15, Session = 5 });
        Assert.Equal((1, 2), (list.Heading.First, list.Heading.Last));
        Assert.Equal((OurRole.CoOrganizer, 4), (Assert.Single(list.Ours).Act?.OurRole ?? default, list.Ours[0].Number));
    }

    [Fact]
    public void A_line_between_the_rows_speaks_for_the_rows_below_it()
    {
        var list = ListScene.Read("""
            2026年区人大建议、政协提案交办清单
            序号	编号	标题	提出人	主办单位
            一、区十六届人大五次会议代表建议
            1	12	关于夜市的事	沈月	区经贸旅游局
            二、区政协十五届五次会议提案
            2	12	关于公厕的事	陈启明	区经贸旅游局
            合计	2			
            注：请于三个月内答复
            """);
        Assert.Equal(2, list.Rows);
        Assert.Equal([(ItemKind.Suggestion, 16, 5), (ItemKind.CppccProposal, 15, 5)], list.Ours.Select(row => (row.Act!.Kind, row.Act.TermNumber, row.Act.SessionNumber)));
    }

    [Fact]
    public void An_item_may_take_a_row_for_each_of_its_units()
    {
        const string Text = "编号\t案由\t代表\t承办单位\t办理方式\n12\t关于夜市的建议\t沈月\t区住建局\t主办\n\t\t\t区经贸旅游局\t会办\n\t\t\t区城管局\t会办\n13\t关于公厕的建议\t沈月\t区城管局\t独办\n";
        var list = ListScene.Read(Text, context => context with { Term = 16, Session = 5 });
        var act = Assert.Single(list.Ours).Act;
        Assert.Equal((4, 1, OurRole.CoOrganizer), (list.Rows, list.Others, act?.OurRole ?? default));
        Assert.Equal(["区住建局", "区城管局"], act?.OtherUnits.Select(unit => unit.Name) ?? []);
    }

    [Fact]
    public void A_row_that_Word_tore_at_its_line_breaks_is_whole_again()
    {
        var list = ListScene.Read("编号\t案由\t代表\t主办单位\n12\t关于夜市\n街区的建议\t沈月\t区经贸旅游局\n13\t关于公厕的建议\t沈月\t区城管局\n以下空白\n", context => context with { Term = 16, Session = 5 });
        Assert.Equal("关于夜市 街区的建议", Assert.Single(list.Ours).Act?.Subject);
        Assert.Equal(2, list.Rows);
    }

    [Fact]
    public void Rows_without_headings_wait_for_their_columns()
    {
        const string Rows = "12\t关于夜市的建议\t沈月\t区经贸旅游局\n13\t关于公厕的建议\t沈月\t区城管局\n";
        var columns = new ListColumns(new Dictionary<ListField, int> { [ListField.Number] = 0, [ListField.Subject] = 1, [ListField.Proposers] = 2, [ListField.LeadUnits] = 3 });
        var list = ListScene.Read(Rows, context => context with { Term = 16, Session = 5, Columns = columns });
        Assert.Equal((1, "12", 2), (list.Ours[0].Number, list.Ours[0].Act?.CaseNumber, list.Rows));
        Assert.Empty(ListScene.Read(Rows).Columns.Places);
    }

    [Fact]
    public void A_corrected_column_is_found_again_wherever_it_stands()
    {
        var columns = new Dictionary<string, ListField?> { ["事项"] = ListField.Subject, ["类别"] = null, ["编号"] = ListField.Number };
        var sheet = ListFile.ReadPasted("类别\t代表\t编号\t主办单位\t事项\t标题\n建议\t沈月\t12\t区经贸旅游局\t关于夜市的建议\t略\n").Sheets[0];
        var heading = HeadingRow.Find(sheet);
        Assert.NotNull(heading);
        var found = ListColumns.Remembered(sheet, heading, columns);
        Assert.Equal((4, 2, 1, 3), (found.Of(ListField.Subject), found.Of(ListField.Number), found.Of(ListField.Proposers), found.Of(ListField.LeadUnits)));
        Assert.False(found.Has(ListField.Kind));
    }

    [Fact]
    public void A_column_of_that_name_that_does_not_speak_of_kinds_is_no_kind()
    {
        var list = ListScene.Read("区十六届人大五次会议代表建议\n编号\t案由\t代表\t主办单位\t类别\n12\t关于夜市的建议\t沈月\t区经贸旅游局\t城建环保\n");
        Assert.Equal(ItemKind.Suggestion, Assert.Single(list.Ours).Act?.Kind);
    }

    [Fact]
    public void A_list_that_names_no_units_is_taken_as_ours()
    {
        var list = ListScene.Read("区十六届人大五次会议代表建议\n编号\t案由\t代表\n12\t关于夜市的建议\t沈月\n");
        Assert.True(list.NamesNoUnits);
        Assert.Equal(OurRole.SoleOrganizer, Assert.Single(list.Ours).Act?.OurRole);
    }

    [Fact]
    public void Blanks_below_a_value_are_filled_only_where_that_is_wanted()
    {
        const string Text = "区十六届人大五次会议代表建议\n编号\t案由\t代表\t主办单位\t交办日期\n12\t关于夜市的建议\t沈月\t区经贸旅游局\t2026.3.17\n13\t关于公厕的建议\t沈月\t\t\n";
        Assert.Equal((2, 2), (ListScene.Read(Text).Ours.Count, ListScene.Read(Text).FilledCells));
        Assert.Single(ListScene.Read(Text, context => context with { FillsDown = false }).Ours);
    }
}
