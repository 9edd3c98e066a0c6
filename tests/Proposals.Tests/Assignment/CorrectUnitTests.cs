using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Assignment;

/// <summary>更正其他承办单位: what depends on it follows.</summary>
public sealed class CorrectUnitTests
{
    private const string Why = "登记错误";

    [Fact]
    public async Task The_day_it_was_asked_moves_its_term_and_the_day_it_answered_meets_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, police, _) = await AskedAsync(bureau);
        var outcome = await story.TryAsync("许婧", new CorrectUnit(police, Why) { UnitAskedOn = new DateOnly(2025, 3, 25) });
        Assert.Equal([new MovedDate(DeadlineKind.UnitOpinion, new DateOnly(2025, 4, 26), new DateOnly(2025, 4, 25))], outcome.Moved);
        Assert.Equal(new DateOnly(2025, 4, 25), (await story.FileAsync()).Case.Units[0].DueOn);

        Assert.Equal("correction.not-there-yet", await RefusalAsync(story, new CorrectUnit(police, Why) { UnitAnsweredOn = new DateOnly(2025, 4, 1) }));
        Assert.Equal("correction.not-there-yet", await RefusalAsync(story, new CorrectUnit(police, Why) { UnitStance = UnitStance.Agrees }));
        await story.On(4, 28).DoAsync("郑宁", await OpinionAsync(bureau, story, police));
        Assert.Equal("correction.too-early", await RefusalAsync(story, new CorrectUnit(police, Why) { UnitAnsweredOn = new DateOnly(2025, 3, 24) }));
        Assert.Equal("correction.too-late", await RefusalAsync(story, new CorrectUnit(police, Why) { UnitAskedOn = new DateOnly(2025, 4, 29) }, on: 30));
        await story.DoAsync("许婧", new CorrectUnit(police, Why) { UnitAnsweredOn = new DateOnly(2025, 4, 24) });

        var line = (await story.FileAsync()).Deadlines.Single(known => known.SubjectId == police);
        Assert.Equal((new DateOnly(2025, 4, 25), new DateOnly(2025, 4, 24)), (line.DueOn, line.MetOn));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_unit_that_was_taken_out_is_waited_for_no_longer_and_the_last_one_leaves_us_alone()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, police, traffic) = await AskedAsync(bureau);
        await story.On(4, 10).DoAsync("郑宁", await OpinionAsync(bureau, story, police));
        Assert.Contains("征求会办意见", await story.WaitsForAsync());

        Assert.Equal("act.missing", await RefusalAsync(story, new CorrectUnit(traffic, " ") { UnitRemovedOn = story.Today }));
        await story.DoAsync("许婧", new CorrectUnit(traffic, "交办单位4月9日电话通知调出。") { UnitRemovedOn = new DateOnly(2025, 4, 9) });
        Assert.DoesNotContain("征求会办意见", await story.WaitsForAsync());
        var file = await story.FileAsync();
        Assert.Equal((OurRole.LeadOrganizer, "区公安分局"), (file.Case.OurRole, Assert.Single(file.Case.CoOrganizers()).Name));
        Assert.Equal(story.Today, file.Deadlines.Single(line => line.SubjectId == traffic).DroppedOn);

        await story.DoAsync("许婧", new CorrectUnit(police, "登记时看错") { UnitRemovedOn = story.Today });
        var alone = await story.FileAsync();
        Assert.Equal(OurRole.SoleOrganizer, alone.Case.OurRole);
        Assert.Contains(alone.Corrections, line => line is { Field: "OurRole", Before: "LeadOrganizer", After: "SoleOrganizer" });
        Assert.Equal("unit.we-do-not-lead", await RefusalAsync(story, new AskUnits([police])));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task Another_role_changes_ours_and_whose_opinion_is_missing()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, police, traffic) = await AskedAsync(bureau);
        await story.DoAsync("许婧", new CorrectUnit(police, Why) { UnitRole = OtherUnitRole.SplitHandling });
        await story.DoAsync("许婧", new CorrectUnit(traffic, Why) { UnitRole = OtherUnitRole.SplitHandling });
        Assert.Equal(OurRole.SplitHandling, (await story.CaseAsync()).OurRole);
        Assert.DoesNotContain("征求会办意见", await story.WaitsForAsync());
        Assert.DoesNotContain((await story.FileAsync()).Deadlines, line => line is { Kind: DeadlineKind.UnitOpinion, IsOpen: true });

        await story.DoAsync("许婧", new CorrectUnit(police, Why) { UnitRole = OtherUnitRole.CoOrganizer });
        await story.DoAsync("许婧", new CorrectUnit(traffic, Why) { UnitRole = OtherUnitRole.CoOrganizer });
        Assert.Equal(OurRole.LeadOrganizer, (await story.CaseAsync()).OurRole);
        Assert.Contains("征求会办意见", await story.WaitsForAsync());
        Assert.Equal("correction.lead-stays", await RefusalAsync(story, new CorrectUnit(police, Why) { UnitRole = OtherUnitRole.LeadOrganizer }));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_contradiction_entered_as_an_agreement_stands_in_the_way_of_the_signature_and_comes_too_late_after_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, police, traffic) = await AskedAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.On(4, 10).DoAsync("郑宁", await OpinionAsync(bureau, story, police));
        await story.DoAsync("郑宁", await OpinionAsync(bureau, story, traffic));
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);

        Assert.Equal("act.missing", await RefusalAsync(story, new CorrectUnit(police, Why) { UnitStance = UnitStance.Differs, UnitOpinion = "" }));
        await story.DoAsync("许婧", new CorrectUnit(police, Why) { UnitStance = UnitStance.Differs, UnitOpinion = "不同意占道。" });
        Assert.Equal("unit.unsettled", (await story.TryAsync("方晓岚", new ReviewByDeputy(true))).Refusal?.Code);
        await story.DoAsync("方晓岚", new SettleDifference(police, "按我局意见答复。"));
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));

        Assert.Equal("correction.unit-is-in-reply", await RefusalAsync(story, new CorrectUnit(traffic, Why) { UnitStance = UnitStance.Differs, UnitOpinion = "不同意。" }));
        Assert.Equal("correction.unit-is-in-reply", await RefusalAsync(story, new CorrectUnit(traffic, Why) { UnitRemovedOn = story.Today }));
        Assert.Equal("correction.unit-is-in-reply", await RefusalAsync(story, new CorrectUnit(traffic, Why) { UnitRole = OtherUnitRole.SplitHandling }));
    }

    [Fact]
    public async Task Its_copies_follow_its_right_name_and_no_two_units_have_one()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (story, police, _) = await AskedAsync(bureau);
        Assert.Equal("assignment.unit-is-there", await RefusalAsync(story, new CorrectUnit(police, Why) { UnitName = "区交通运输局" }));
        Assert.Equal("act.missing", await RefusalAsync(story, new CorrectUnit(police, Why) { UnitName = " " }));
        Assert.Equal("correction.unknown-row", await RefusalAsync(story, new CorrectUnit(Guid.NewGuid(), Why) { UnitName = "区公安局" }));
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));
        await story.SealedAsync();
        await story.DoAsync("许婧", new RecordCopies([new CopyEntry("区公安分局", CopyWay.Paper)]));

        await story.DoAsync("许婧", new CorrectUnit(police, Why) { UnitName = "区公安局" });

        var file = await story.FileAsync();
        Assert.Equal(("区公安局", "区公安局"), (file.Case.Units[0].Name, Assert.Single(file.Replies[0].Copies).Recipient));
        Assert.DoesNotContain(DeliveryChecklist.Of(file.Case, file.Replies[0], []).MissingCopies, check => check.Entry.Recipient is "区公安局" or "区公安分局");
        foreach (var who in new[] { "郑宁", "王海涛", "方晓岚", "杜青", "周一鸣" })
            Assert.Equal("act.not-entitled", (await story.TryAsync(who, new CorrectUnit(police, Why) { UnitName = "区公安分局" })).Refusal?.Code);
    }

    private static async Task<string?> RefusalAsync(CaseDriver story, CaseAct act, int? on = null) => (await (on is { } day ? story.On(4, day) : story).TryAsync("许婧", act)).Refusal?.Code;

    private static async Task<RecordUnitOpinion> OpinionAsync(Bureau bureau, CaseDriver story, Guid unit) =>
        new(unit, UnitStance.Agrees, "同意。") { PaperId = await bureau.PictureAsync(story.Id, "郑宁", story.Now) };

    private static async Task<(CaseDriver Story, Guid Police, Guid Traffic)> AskedAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)) with
        {
            OurRole = OurRole.LeadOrganizer,
            OtherUnits = [new UnitEntry("区公安分局", OtherUnitRole.CoOrganizer), new UnitEntry("区交通运输局", OtherUnitRole.CoOrganizer)],
        });
        await story.AcceptedAsync();
        var units = (await story.FileAsync()).Case.Units;
        await story.On(3, 26).DoAsync("郑宁", new AskUnits([units[0].Id, units[1].Id]));
        return (story, units[0].Id, units[1].Id);
    }
}
