using Microsoft.EntityFrameworkCore;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

/// <summary>Assigned on 2025-03-17, the reply is due on 06-17: listed on 05-19, blue on 06-03, yellow on 06-10, red on 06-18.</summary>
public sealed class RungSweepTests
{
    private static readonly DateOnly Assigned = new(2025, 3, 17);
    private static readonly DateOnly RedOn = new(2025, 6, 18);

    [Fact]
    public async Task Each_rung_comes_once_on_its_day_and_tells_whom_the_rules_name()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await bureau.SweepDailyAsync(Assigned, RedOn.AddDays(10));

        Assert.Equal(["Raised Listed 05-19", "Raised Blue 06-03", "Raised Yellow 06-10", "Raised Red 06-18"], await bureau.StoryOfAsync(story.Id, DeadlineKind.Reply));
        Assert.Equal(["郑宁", "王海涛"], await bureau.ToldAsync(story.Id, NoticeKind.Blue));
        Assert.Equal(["方晓岚"], await bureau.ToldAsync(story.Id, NoticeKind.Yellow));
        Assert.Equal(["沈立群"], await bureau.ToldAsync(story.Id, NoticeKind.Red));
        var order = Assert.Single(await bureau.ReadAsync(db => db.SupervisionOrders.ToListAsync()));
        Assert.Equal((story.Id, bureau.Id("沈立群"), RedOn), (order.CaseId, order.LeaderId, order.IssuedOn));
        Assert.Equal(RedOn, (await story.CaseAsync()).OnBoardSince);
        Assert.Equal(["Listed", "Blue", "Yellow", "Red"], (await bureau.EntriesAsync(story.Id)).Select(entry => (string?)entry["level"]));
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task Nobody_is_told_anything_before_nine_and_nothing_twice()
    {
        await using var bureau = await Bureau.OpenAsync();
        await Stages.AtAsync(bureau, Stage.Accepted);
        var blue = new DateOnly(2025, 6, 3);
        await bureau.SweepAsync(blue.AddDays(-1));
        Assert.Equal(new RungSweepResult(0, 0, 0), await bureau.SweepAsync(blue, new TimeOnly(8, 59)));
        Assert.Equal(new RungSweepResult(1, 0, 0), await bureau.SweepAsync(blue));
        Assert.Equal(new RungSweepResult(0, 0, 0), await bureau.SweepAsync(blue, new TimeOnly(9, 1)));

        // The machine's clock is set back a month, and forward again.
        Assert.Equal(new RungSweepResult(0, 0, 0), await bureau.SweepAsync(blue.AddDays(-30)));
        Assert.Equal(new RungSweepResult(0, 0, 0), await bureau.SweepAsync(blue));
    }

    [Fact]
    public async Task After_days_without_a_sweep_the_last_rung_is_raised_and_those_before_are_recorded_as_passed_over()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        Assert.Equal(new RungSweepResult(1, 3, 0), await bureau.SweepAsync(RedOn.AddDays(6)));

        Assert.Equal(["Skipped Listed 06-24", "Skipped Blue 06-24", "Skipped Yellow 06-24", "Raised Red 06-24"], await bureau.StoryOfAsync(story.Id, DeadlineKind.Reply));
        Assert.Equal(["Listed", "Blue", "Yellow"], (await bureau.EntriesAsync(story.Id)).Single()["skipped"]!.AsArray().Select(level => (string?)level));
        Assert.Empty(await bureau.ToldAsync(story.Id, NoticeKind.Blue));
        await bureau.SweepDailyAsync(RedOn, RedOn.AddDays(30));
        Assert.Equal(4, (await bureau.RungsAsync(story.Id, DeadlineKind.Reply)).Count);
    }

    [Fact]
    public async Task A_rung_in_the_first_half_of_its_term_is_left_out()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Received);
        await story.DoAsync("许婧", Stages.Return(bureau));
        await bureau.SweepDailyAsync(Assigned, new DateOnly(2025, 4, 3));
        Assert.Equal(["Raised Yellow 03-27", "Raised Red 04-01"], await bureau.StoryOfAsync(story.Id, DeadlineKind.ReturnWindow));

        // Whoever has to decide on the return, before any leader was named for the case.
        Assert.Equal(["方晓岚"], await bureau.ToldAsync(story.Id, NoticeKind.Yellow));
    }

    [Fact]
    public async Task What_was_done_in_time_is_not_spoken_of_any_more()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Sealed);
        await bureau.SweepDailyAsync(Assigned, new DateOnly(2025, 6, 12));
        await story.On(6, 13).DoAsync("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver) { HandedOverById = bureau.Id("郑宁") });
        await bureau.SweepDailyAsync(new DateOnly(2025, 6, 13), RedOn.AddDays(5));
        Assert.Equal(["Raised Listed 05-19", "Raised Blue 06-03", "Raised Yellow 06-10"], await bureau.StoryOfAsync(story.Id, DeadlineKind.Reply));
    }

    [Fact]
    public async Task An_act_that_gives_more_time_takes_the_mark_off_the_board_and_warns_again()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await story.On(6, 13).DoAsync("郑宁", new RequestExtension("线路调整须待区政府常务会议研究。", new DateOnly(2025, 6, 26), bureau.Id("方晓岚")));
        await story.DoAsync("方晓岚", new DecideExtension(true));
        await bureau.SweepDailyAsync(Assigned, RedOn);
        Assert.Equal(RedOn, (await story.CaseAsync()).OnBoardSince);
        await story.On(6, 18).DoAsync("许婧", new AnswerExtension(true), new DateOnly(2025, 6, 16));
        await story.DoAsync("郑宁", new ExplainExtension(await bureau.PictureAsync(story.Id, "郑宁", story.Now)));

        // Due on 06-26 now: blue would have come on 06-12, so it is not said again; yellow comes on 06-19, after this day.
        var line = (await story.FileAsync()).Deadlines.Single(line => line.Kind == DeadlineKind.Reply);
        Assert.Equal((new DateOnly(2025, 6, 26), RungLevel.Blue, 1), (line.DueOn, line.Raised, line.Arming));
        Assert.Null((await story.CaseAsync()).OnBoardSince);
        await bureau.SweepDailyAsync(RedOn, new DateOnly(2025, 7, 1));
        Assert.Equal(["Raised Listed 05-19", "Raised Blue 06-03", "Raised Yellow 06-10", "Raised Red 06-18", "Raised Yellow 06-19", "Raised Red 06-27"], await bureau.StoryOfAsync(story.Id, DeadlineKind.Reply));
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task A_pause_takes_the_rungs_that_are_left_along()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await bureau.SweepDailyAsync(Assigned, new DateOnly(2025, 6, 10));
        await story.On(6, 10).DoAsync("俞敏", new PauseClock("提案人出国，无法面商。", "区政协提案委2025年6月9日函"));
        Assert.Equal(new RungSweepResult(0, 0, 0), await bureau.SweepAsync(new DateOnly(2025, 7, 10)));
        await story.On(7, 10).DoAsync("俞敏", new ResumeClock("已回国。"));
        await bureau.SweepDailyAsync(new DateOnly(2025, 7, 10), new DateOnly(2025, 7, 21));
        Assert.Equal(["Raised Listed 05-19", "Raised Blue 06-03", "Raised Yellow 06-10", "Raised Red 07-18"], await bureau.StoryOfAsync(story.Id, DeadlineKind.Reply));
    }

    [Fact]
    public async Task Who_has_left_is_told_nothing_and_what_names_nobody_goes_to_the_office()
    {
        await using var bureau = await Bureau.OpenAsync(profile => profile with
        {
            Ladder = profile.Ladder with { Ladders = [new Ladder([DeadlineKind.Reply], [new RungRule(RungLevel.Blue, 10, [Receiver.Handler]), new RungRule(RungLevel.Yellow, 5, [Receiver.Handler, Receiver.DepartmentHead])])] },
        });
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await bureau.ReadAsync(db => db.Users.Where(person => person.DisplayName == "郑宁").ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true)));
        await bureau.SweepDailyAsync(new DateOnly(2025, 6, 1), RedOn.AddDays(3));
        Assert.Equal(["许婧", "俞敏"], (await bureau.ToldAsync(story.Id, NoticeKind.Blue)).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(["王海涛"], await bureau.ToldAsync(story.Id, NoticeKind.Yellow));
        Assert.Empty(await bureau.ToldAsync(story.Id, NoticeKind.Red));
    }

    [Fact]
    public async Task A_case_behind_its_plan_gets_its_yellow_warning_at_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await story.DoAsync("俞敏", new MarkKeyItem(KeyLevel.Bureau, bureau.Id("方晓岚")));
        await story.DoAsync("郑宁", new SubmitPlan("目标", [new MeasureEntry("设计线路", new DateOnly(2025, 4, 25))]));
        await story.DoAsync("方晓岚", new ApprovePlan(true));
        await bureau.SweepDailyAsync(story.Today, RedOn);

        // 04-25 is a Friday and the 27th, a Sunday, is worked.
        Assert.Equal(["Raised Yellow 04-27", "Raised Red 06-18"], (await bureau.StoryOfAsync(story.Id, DeadlineKind.Reply)).Where(rung => !rung.StartsWith("Skipped", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_processes_that_sweep_at_once_raise_each_rung_in_one_of_them()
    {
        await using var bureau = await Bureau.OpenAsync();
        var cases = new List<CaseId>();
        for (var number = 1; number <= 12; number++)
            cases.Add((await Stages.AtAsync(bureau, Stage.Accepted, $"{number}")).Id);
        await using var other = bureau.Again();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => Task.Run(() => (turn % 2 == 0 ? bureau : other).SweepAsync(RedOn))));
        await bureau.SweepAsync(RedOn, new TimeOnly(9, 1));

        Assert.All(await Task.WhenAll(cases.Select(id => bureau.StoryOfAsync(id, DeadlineKind.Reply))), rungs => Assert.Equal(4, rungs.Count));
        Assert.True(results.Sum(result => result.Raised) <= 12);
        Assert.Equal(12, (await bureau.ReadAsync(db => db.Notices.ToListAsync())).Count(notice => notice.Kind == NoticeKind.Red));
    }

    [Fact]
    public async Task A_row_that_nobody_should_have_written_keeps_one_deadline_silent_and_no_other()
    {
        await using var bureau = await Bureau.OpenAsync();
        var first = await Stages.AtAsync(bureau, Stage.Accepted, "1");
        var second = await Stages.AtAsync(bureau, Stage.Accepted, "2");
        var line = (await first.FileAsync()).Deadlines.Single(line => line.Kind == DeadlineKind.Reply);
        await bureau.ReadAsync(async db =>
        {
            db.Rungs.Add(new Rung { Id = Guid.NewGuid(), CaseId = first.Id, DeadlineId = line.Id, Arming = 0, Level = RungLevel.Red, DueOn = line.DueOn, State = RungState.Raised, ClaimedAt = first.Now });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(new RungSweepResult(1, 3, 1), await bureau.SweepAsync(RedOn));
        Assert.Equal(4, (await bureau.RungsAsync(second.Id, DeadlineKind.Reply)).Count);
        Assert.Single(await bureau.RungsAsync(first.Id, DeadlineKind.Reply));
    }
}
