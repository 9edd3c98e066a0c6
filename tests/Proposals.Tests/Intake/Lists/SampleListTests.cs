using Proposals.Assignment;
using Proposals.Intake;
using Proposals.Intake.Lists;

namespace Proposals.Tests.Intake.Lists;

[Trait("Asks", "NoDatabase")]
public sealed class SampleListTests
{
    private readonly SampleList sample = new();

    [Fact]
    public void The_same_list_means_the_same_as_workbook_as_GB18030_file_and_pasted()
    {
        var workbook = ListScene.Text(ListScene.Read(sample.Workbook()));
        Assert.Equal(workbook, ListScene.Text(ListScene.Read(sample.Gb18030())));
        Assert.Equal(workbook, ListScene.Text(ListScene.Read(sample.Pasted())));
        Assert.Equal(workbook, ListScene.Text(ListScene.Read([.. "\uFEFF"u8, .. System.Text.Encoding.UTF8.GetBytes(sample.Pasted(';'))])));
        Assert.Equal(workbook, ListScene.Text(ListScene.Read(System.Text.Encoding.UTF8.GetBytes(sample.Pasted(',')))));
        Assert.Equal(workbook, ListScene.Text(ListScene.Read([0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(sample.Pasted())])));
    }

    [Fact]
    public void Rows_of_other_units_are_left_out_and_counted()
    {
        var list = ListScene.Read(sample.Workbook());
        Assert.Equal(60, list.Rows);
        Assert.Equal(53, list.Others);
        Assert.Equal([7, 14, 22, 29, 36, 50, 61], list.Ours.Select(row => row.Number));
        Assert.Equal(53, list.OtherUnits.Sum(unit => unit.Value));
        Assert.DoesNotContain(list.OtherUnits, unit => unit.Key.Contains("经贸", StringComparison.Ordinal));
        Assert.All(list.Ours, row => Assert.Equal("", ListScene.Problems(row)));
    }

    [Fact]
    public void Each_of_our_rows_becomes_the_act_that_registers_it()
    {
        var acts = ListScene.Read(sample.Gb18030()).Ours.Select(row => row.Act!).ToArray();
        Assert.All(acts, act => Assert.Equal((ItemKind.Suggestion, AdministrativeLevel.District, 16, 5, false, SampleList.Day, 2026), (act.Kind, act.Level, act.TermNumber, act.SessionNumber, act.IsInterSession, act.AssignedOn, act.HandlingYear)));
        Assert.Equal(["104", "111", "119", "126", "133", "147", "158"], acts.Select(act => act.CaseNumber));
        Assert.Equal([OurRole.SoleOrganizer, OurRole.LeadOrganizer, OurRole.SoleOrganizer, OurRole.SplitHandling, OurRole.CoOrganizer, OurRole.CoOrganizer, OurRole.SoleOrganizer], acts.Select(act => act.OurRole));
        Assert.Equal(["区公安分局 CoOrganizer", "区城管局 CoOrganizer"], Units(acts[1]));
        Assert.Equal(["区住建局 SplitHandling"], Units(acts[3]));
        Assert.Equal(["区住建局 LeadOrganizer"], Units(acts[4]));
        Assert.Equal(["区农业农村局 LeadOrganizer", "区交通运输局 CoOrganizer"], Units(acts[5]));
        Assert.Equal("关于增设公交 接驳线的建议", acts[2].Subject);
        Assert.Equal("备注：重点建议", acts[1].AssignmentOpinion);
        Assert.Equal(["沈月 Lead", "范建国 CoProposer", "施雯 CoProposer"], acts[0].Proposers.Select(entry => $"{entry.Name} {entry.Role}"));
        Assert.Equal(("城北代表团", ProposerRole.Collective, "何永年", "13500000000"), (acts[4].Proposers[0].Name, acts[4].Proposers[0].Role, acts[4].Proposers[0].ContactPerson, acts[4].Proposers[0].Phone));
        Assert.Equal(2, ListScene.Read(sample.Gb18030()).Ours[2].Unnamed);
    }

    [Fact]
    public void What_travels_in_a_form_comes_back_as_the_same_list()
    {
        foreach (var reading in new[] { ListFile.Read(sample.Workbook()), ListFile.ReadPasted(sample.Pasted()) })
        {
            // A browser ends lines with two characters.
            var travelled = ListFile.ReadTravelled(TravelText.Write(reading.Sheets).Replace("\n", "\r\n", StringComparison.Ordinal));
            Assert.Equal(ListScene.Text(ListScene.Read(reading)), ListScene.Text(ListScene.Read(travelled)));
            Assert.Equal(TravelText.Write(reading.Sheets), TravelText.Write(travelled.Sheets));
        }
    }

    private static IEnumerable<string> Units(RegisterCase act) => act.OtherUnits.Select(unit => $"{unit.Name} {unit.Role}");
}
