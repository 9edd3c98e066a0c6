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

/// <summary>主办: other units owe us their opinions before we answer for all.</summary>
public sealed class UnitOpinionTests
{
    private static readonly DateOnly Assigned = new(2025, 3, 17);

    [Fact]
    public async Task Opinions_are_asked_for_come_in_and_end_their_step_beside_the_main_one()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        Assert.Equal(["面商", "征求会办意见"], await story.WaitsForAsync());
        Assert.Equal(bureau.Id("郑宁"), Assert.Single((await story.FileAsync()).Waiting.Last().WorkItems).OwnerId);

        var (police, traffic) = await UnitsAsync(story);
        await story.On(3, 26).DoAsync("郑宁", new AskUnits([police.Id, traffic.Id]));
        Assert.All(await DeadlinesAsync(story), line => Assert.Equal((new DateOnly(2025, 4, 26), DeadlineNature.Statutory), (line.DueOn, line.Nature)));
        await story.On(4, 10).DoAsync("郑宁", await OpinionAsync(bureau, story, police.Id, UnitStance.Agrees));
        Assert.Contains("征求会办意见", await story.WaitsForAsync());
        await story.On(4, 30).DoAsync("许婧", await OpinionAsync(bureau, story, traffic.Id, UnitStance.Remarks));
        Assert.Equal(["面商"], await story.WaitsForAsync());

        Assert.Equal([new DateOnly(2025, 4, 10), new DateOnly(2025, 4, 30)], (await DeadlinesAsync(story)).Select(line => line.MetOn).Order());
        Assert.Equal("AllIn", (await story.FileAsync()).Steps.Single(step => step.ActivityType == "Proposals.CollectCoOpinions").Port);
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task A_late_unit_makes_the_case_red_until_it_answers()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        var (police, traffic) = await UnitsAsync(story);
        await story.On(3, 26).DoAsync("郑宁", new AskUnits([police.Id, traffic.Id]));
        await story.On(4, 1).DoAsync("郑宁", await OpinionAsync(bureau, story, police.Id, UnitStance.Agrees));
        Assert.NotEqual(Light.Red, (await story.CaseAsync()).LightOn(new DateOnly(2025, 4, 26)));
        Assert.Equal(Light.Red, (await story.CaseAsync()).LightOn(new DateOnly(2025, 4, 27)));

        await story.On(4, 28).DoAsync("许婧", new UrgeUnit(traffic.Id, "请于本周内函复。"));
        var urging = Assert.Single((await story.FileAsync()).Urgings);
        Assert.Equal(("区交通运输局", "请于本周内函复。"), (urging.Whom, urging.Text));
        await story.On(4, 29).DoAsync("郑宁", await OpinionAsync(bureau, story, traffic.Id, UnitStance.Agrees));
        Assert.NotEqual(Light.Red, (await story.CaseAsync()).LightOn(new DateOnly(2025, 4, 30)));
        Assert.Equal("unit.already-answered", await RefusalAsync(story, "许婧", new UrgeUnit(traffic.Id, "再催")));
    }

    [Fact]
    public async Task Signing_without_a_missing_opinion_ends_the_waiting_for_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await CheckedAsync(bureau, asksTraffic: true);
        Assert.Equal(["分管领导签发", "征求会办意见"], await story.WaitsForAsync());
        await story.On(5, 16).DoAsync("方晓岚", new ReviewByDeputy(true));

        Assert.Equal(["编号用印"], await story.WaitsForAsync());
        Assert.Equal("Missing", (await story.FileAsync()).Steps.Single(step => step.ActivityType == "Proposals.CollectCoOpinions").Port);
        Assert.DoesNotContain(await DeadlinesAsync(story), line => line.IsOpen);
        await Replays.AgreeAsync(bureau, story);

        // It may still come, and is filed then.
        var traffic = (await UnitsAsync(story)).Traffic;
        await story.On(5, 20).DoAsync("许婧", await OpinionAsync(bureau, story, traffic.Id, UnitStance.Agrees));
        Assert.Equal("reply.already-signed", await RefusalAsync(story, "郑宁", new AskUnits([traffic.Id])));
    }

    [Fact]
    public async Task A_contradicting_opinion_refuses_the_signature_until_a_meeting_settles_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await CheckedAsync(bureau);
        var traffic = (await UnitsAsync(story)).Traffic;
        await story.DoAsync("郑宁", await OpinionAsync(bureau, story, traffic.Id, UnitStance.Differs));
        var refusal = (await story.TryAsync("方晓岚", new ReviewByDeputy(true))).Refusal;
        Assert.Equal(("unit.unsettled", "区交通运输局"), (refusal?.Code, refusal?.Arguments[1]));

        Assert.Equal("unit.settlement-needs-record", await RefusalAsync(story, "郑宁", new SettleDifference(traffic.Id, "双方当面谈过。")));
        var record = await bureau.PictureAsync(story.Id, "郑宁", story.Now);
        await story.DoAsync("郑宁", new SettleDifference(traffic.Id, "5月15日协调会议定：站点由区交通运输局实施。") { PaperId = record });
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));
        Assert.Equal(CaseState.Issued, (await story.CaseAsync()).State);
        Assert.Equal("AllIn", (await story.FileAsync()).Steps.Single(step => step.ActivityType == "Proposals.CollectCoOpinions").Port);
        Assert.Equal("unit.nothing-to-settle", await RefusalAsync(story, "郑宁", new SettleDifference(traffic.Id, "再议") { PaperId = record }));
    }

    [Fact]
    public async Task A_leader_may_settle_it_by_his_reason_and_no_signature_lies_before_that()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await CheckedAsync(bureau);
        var traffic = (await UnitsAsync(story)).Traffic;
        await story.DoAsync("郑宁", await OpinionAsync(bureau, story, traffic.Id, UnitStance.Differs));
        Assert.Equal("act.missing", await RefusalAsync(story, "方晓岚", new SettleDifference(traffic.Id, " ")));
        await story.On(5, 20).DoAsync("方晓岚", new SettleDifference(traffic.Id, "超出会办范围，按我局意见答复。"));
        Assert.Equal("act.before-its-cause", (await story.TryAsync("方晓岚", new ReviewByDeputy(true), occurredOn: new DateOnly(2025, 5, 19))).Refusal?.Code);
        await story.DoAsync("方晓岚", new ReviewByDeputy(true));
        Assert.Equal(bureau.Id("方晓岚"), (await UnitsAsync(story)).Traffic.SettledById);
    }

    [Fact]
    public async Task What_is_asked_or_answered_twice_or_of_nobody_is_refused()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        var (police, traffic) = await UnitsAsync(story);
        Assert.Equal("unit.nobody-chosen", await RefusalAsync(story, "郑宁", new AskUnits([])));
        Assert.Equal("unit.unknown", await RefusalAsync(story, "郑宁", new AskUnits([Guid.NewGuid()])));
        Assert.Equal("unit.not-asked", await RefusalAsync(story, "许婧", new UrgeUnit(police.Id, "请尽快")));
        await story.On(3, 26).DoAsync("郑宁", new AskUnits([police.Id]));
        Assert.Equal("unit.already-asked", await RefusalAsync(story, "郑宁", new AskUnits([police.Id, traffic.Id])));
        Assert.Null((await UnitsAsync(story)).Traffic.AskedOn);
        Assert.Equal("unit.paper-missing", await RefusalAsync(story, "郑宁", new RecordUnitOpinion(police.Id, UnitStance.Agrees, "")));
        var paper = await bureau.PictureAsync(story.Id, "郑宁", story.Now);
        Assert.Equal("act.missing", await RefusalAsync(story, "郑宁", new RecordUnitOpinion(police.Id, UnitStance.Differs, "") { PaperId = paper }));
        Assert.Equal("act.before-its-cause", (await story.TryAsync("郑宁", new RecordUnitOpinion(police.Id, UnitStance.Agrees, "") { PaperId = paper }, occurredOn: new DateOnly(2025, 3, 25))).Refusal?.Code);
        await story.DoAsync("郑宁", new RecordUnitOpinion(police.Id, UnitStance.Agrees, "") { PaperId = paper });
        Assert.Equal("unit.already-answered", await RefusalAsync(story, "郑宁", await OpinionAsync(bureau, story, police.Id, UnitStance.Agrees)));
        Assert.Equal("unit.already-answered", await RefusalAsync(story, "郑宁", new AskUnits([police.Id])));
    }

    [Fact]
    public async Task A_unit_that_answered_is_asked_again_in_the_next_round_and_both_opinions_stay_readable()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await CheckedAsync(bureau);
        var (police, traffic) = await UnitsAsync(story);
        var first = police.PaperId;
        await story.DoAsync("郑宁", await OpinionAsync(bureau, story, traffic.Id, UnitStance.Agrees));
        await story.DeliveredAsync(6, 17);
        await story.AnsweredAsync(7, 3, Proposals.Handling.Rating.Satisfied, Proposals.Handling.Rating.Unsatisfied);
        await story.On(7, 8).DoAsync("许婧", new Proposals.Feedback.StartRehandling());
        var second = await story.FileAsync();
        Assert.Equal(2, UnitOpinions.MayBeAsked(second.Case, second.Deadlines).Count());

        await story.On(7, 9).DoAsync("郑宁", new AskUnits([police.Id]));
        Assert.Contains("征求会办意见", await story.WaitsForAsync());
        Assert.Null((await UnitsAsync(story)).Police.AnsweredOn);
        Assert.Equal("unit.already-asked", await RefusalAsync(story, "郑宁", new AskUnits([police.Id])));
        Assert.Equal(new DateOnly(2025, 8, 9), (await UnitsAsync(story)).Police.DueOn);
        await story.On(7, 21).DoAsync("郑宁", await OpinionAsync(bureau, story, police.Id, UnitStance.Differs));
        Assert.Equal("unit.already-answered", await RefusalAsync(story, "郑宁", new AskUnits([police.Id])));

        // What comes unasked in the new round is an opinion, too.
        await story.DoAsync("郑宁", await OpinionAsync(bureau, story, traffic.Id, UnitStance.Remarks));
        Assert.Equal("unit.already-answered", await RefusalAsync(story, "郑宁", await OpinionAsync(bureau, story, traffic.Id, UnitStance.Agrees)));

        var file = await story.FileAsync();
        Assert.Equal(4, file.Trail.Count(entry => entry.Act == nameof(RecordUnitOpinion)));
        Assert.Contains(file.Files, paper => paper.Id == first);
        Assert.DoesNotContain("征求会办意见", await story.WaitsForAsync());
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task The_steps_date_is_the_profiles_and_no_other()
    {
        await using var bureau = await Bureau.OpenAsync(profile => profile with { Terms = new Dictionary<DeadlineKind, string>(profile.Terms) { [DeadlineKind.UnitOpinion] = "20d" } });
        var story = await AcceptedAsync(bureau);
        var asked = (await story.FileAsync()).Steps.Single(step => step.ActivityType == "Proposals.CollectCoOpinions");
        Assert.Equal(new DateOnly(2025, 3, 24).AddDays(20), asked.DueOn);
    }

    [Theory]
    [InlineData("2wd", "2wd")]
    [InlineData("ReturnDecision", "7d")]
    [InlineData("12", null)]
    [InlineData("Commitment", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void A_step_has_its_own_term_or_one_of_the_profile(string? said, string? term) => Assert.Equal(term, new OfficeRules().Profile.RuleOf(said)?.ToString());

    [Fact]
    public async Task Whoever_has_no_part_in_the_case_is_refused()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        var (police, _) = await UnitsAsync(story);
        foreach (var who in new[] { "何悦", "孙国强", "杜青", "周一鸣", "方晓岚" })
        {
            Assert.Equal("act.not-entitled", await RefusalAsync(story, who, new AskUnits([police.Id])));
            Assert.Equal("act.not-entitled", await RefusalAsync(story, who, new UrgeUnit(police.Id, "请尽快")));
            Assert.Equal("act.not-entitled", await RefusalAsync(story, who, new RecordUnitOpinion(police.Id, UnitStance.Agrees, "")));
        }

        Assert.Equal("act.not-entitled", await RefusalAsync(story, "顾明远", new SettleDifference(police.Id, "按我局意见")));
        Assert.Equal("act.not-entitled", await RefusalAsync(story, "杜青", new SettleDifference(police.Id, "按我局意见")));
    }

    [Fact]
    public async Task A_case_that_is_ours_alone_asks_nobody()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", Assigned));
        await story.AcceptedAsync();
        Assert.Equal(["面商"], await story.WaitsForAsync());
        Assert.Equal("unit.we-do-not-lead", await RefusalAsync(story, "郑宁", new AskUnits([Guid.NewGuid()])));
    }

    [Fact]
    public async Task The_acts_state_and_the_ledger_follow_the_main_step_not_the_one_beside_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        await CheckedAsync(bureau, asksTraffic: true);
        var page = await bureau.WithAsync<LedgerQuery, LedgerPage>(query => query.PageAsync(bureau.SeesAs("许婧"), new LedgerFilter(), new DateOnly(2025, 5, 15), TestContext.Current.CancellationToken));
        Assert.Equal(("分管领导签发", "方晓岚"), (page.Rows[0].StepName, page.Rows[0].WaitsFor));
    }

    private static async Task<CaseDriver> AcceptedAsync(Bureau bureau)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", Assigned) with
        {
            OurRole = OurRole.LeadOrganizer,
            OtherUnits = [new UnitEntry("区公安分局", OtherUnitRole.CoOrganizer), new UnitEntry("区交通运输局", OtherUnitRole.CoOrganizer)],
        });
        return await story.AcceptedAsync();
    }

    /// <summary>Ready to be signed, with one opinion in and the other not.</summary>
    private static async Task<CaseDriver> CheckedAsync(Bureau bureau, bool asksTraffic = false)
    {
        var story = await AcceptedAsync(bureau);
        var (police, traffic) = await UnitsAsync(story);
        await story.On(3, 26).DoAsync("郑宁", new AskUnits(asksTraffic ? [police.Id, traffic.Id] : [police.Id]));
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.On(4, 10).DoAsync("郑宁", await OpinionAsync(bureau, story, police.Id, UnitStance.Agrees));
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        return await story.CheckedAsync(5, 15);
    }

    private static async Task<(CaseUnit Police, CaseUnit Traffic)> UnitsAsync(CaseDriver story)
    {
        var units = (await story.FileAsync()).Case.Units;
        return (units.Single(unit => unit.Name == "区公安分局"), units.Single(unit => unit.Name == "区交通运输局"));
    }

    private static async Task<IReadOnlyList<Deadline>> DeadlinesAsync(CaseDriver story) => [.. (await story.FileAsync()).Deadlines.Where(line => line.Kind == DeadlineKind.UnitOpinion)];

    private static async Task<RecordUnitOpinion> OpinionAsync(Bureau bureau, CaseDriver story, Guid unit, UnitStance stance) =>
        new(unit, stance, "停车泊位施划由我局负责。") { PaperId = await bureau.PictureAsync(story.Id, "郑宁", story.Now) };

    private static async Task<string?> RefusalAsync(CaseDriver story, string who, CaseAct act) => (await story.TryAsync(who, act)).Refusal?.Code;
}
