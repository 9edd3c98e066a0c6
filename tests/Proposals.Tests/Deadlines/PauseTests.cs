using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

/// <summary>A pause keeps what was left, to the day; a step asked again begins anew, one handed over does not.</summary>
public sealed class PauseTests
{
    private static readonly PauseClock Abroad = new("提案人出国，无法面商。", "区政协提案委2025年4月1日函");

    [Fact]
    public async Task What_was_left_on_the_day_of_the_pause_is_left_on_the_day_it_goes_on()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await story.On(4, 1).DoAsync("俞敏", Abroad);

        var paused = await story.FileAsync();
        Assert.Equal((new DateOnly(2025, 4, 1), null), (paused.Case.PausedOn, paused.Case.DueOn));
        Assert.Equal(Light.Off, paused.Case.LightOn(new DateOnly(2026, 1, 1)));
        Assert.All(paused.Deadlines.Where(line => line.IsOpen && line.Kind is DeadlineKind.Reply or DeadlineKind.FirstContact), line => Assert.Equal(new DateOnly(2025, 4, 1), line.PausedOn));

        Assert.Null(paused.Waiting.First().DueOn);

        var outcome = await story.On(4, 21).TryAsync("俞敏", new ResumeClock("已回国。"));

        // The reply moves by 20 days; of the first contact's 15 working days four were left on 1 April.
        Assert.Contains(new MovedDate(DeadlineKind.Reply, new DateOnly(2025, 6, 17), new DateOnly(2025, 7, 7)), outcome.Moved);
        Assert.Contains(new MovedDate(DeadlineKind.FirstContact, new DateOnly(2025, 4, 8), new DateOnly(2025, 4, 25)), outcome.Moved);
        var file = await story.FileAsync();
        Assert.Equal((null, new DateOnly(2025, 7, 7)), (file.Case.PausedOn, file.Case.ReplyDueOn));
        Assert.Equal(new DateOnly(2025, 9, 17), file.Deadlines.Single(line => line.Kind == DeadlineKind.ReplyHardLimit).DueOn);
        Assert.Equal(file.Waiting.First().DueOn, file.Deadlines.Single(line => line.Kind == DeadlineKind.Step && line.IsOpen).DueOn);
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task No_pause_carries_the_reply_beyond_its_longest_term()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await story.On(4, 1).DoAsync("俞敏", Abroad);
        await story.On(8, 1).DoAsync("俞敏", new ResumeClock(""));
        Assert.Equal(new DateOnly(2025, 9, 17), (await story.CaseAsync()).ReplyDueOn);
    }

    [Fact]
    public async Task A_pause_needs_its_reason_its_basis_and_something_that_runs()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        story.On(4, 1);
        Assert.Equal("act.missing", (await story.TryAsync("俞敏", Abroad with { LegalBasis = "" })).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("郑宁", Abroad)).Refusal?.Code);
        Assert.Equal("clock.not-paused", (await story.TryAsync("俞敏", new ResumeClock(""))).Refusal?.Code);
        await story.DoAsync("俞敏", Abroad);
        Assert.Equal("clock.paused", (await story.TryAsync("俞敏", Abroad)).Refusal?.Code);
        Assert.Equal("act.before-its-cause", (await story.On(4, 7).TryAsync("俞敏", new ResumeClock(""), new DateOnly(2025, 3, 31))).Refusal?.Code);
        await story.DoAsync("俞敏", new ResumeClock(""));
        Assert.Equal("act.before-its-cause", (await story.TryAsync("俞敏", Abroad, new DateOnly(2025, 4, 3))).Refusal?.Code);
        Assert.Equal("clock.over", (await story.On(7, 1).TryAsync("俞敏", Abroad)).Refusal?.Code);
    }

    [Fact]
    public async Task A_date_that_is_over_is_not_saved_by_an_earlier_day_in_the_form()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        story.On(6, 19);
        Assert.Equal("clock.over-without-paper", (await story.TryAsync("俞敏", Abroad, new DateOnly(2025, 6, 17))).Refusal?.Code);
        var paper = await bureau.PictureAsync(story.Id, "俞敏", story.Now);
        Assert.Equal("clock.over", (await story.TryAsync("俞敏", Abroad with { PaperId = paper }, new DateOnly(2025, 6, 18))).Refusal?.Code);
        Assert.Null((await story.TryAsync("俞敏", Abroad with { PaperId = paper }, new DateOnly(2025, 6, 17))).Refusal);
        Assert.Equal(new DateOnly(2025, 6, 17), (await story.CaseAsync()).PausedOn);
    }

    [Fact]
    public async Task Where_the_rules_know_no_pause_none_begins()
    {
        await using var bureau = await Bureau.OpenAsync(profile => profile with { Pausable = [] });
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        Assert.Equal("clock.no-pause-in-rules", (await story.TryAsync("俞敏", Abroad)).Refusal?.Code);
    }

    [Fact]
    public async Task An_extension_and_a_pause_add_up()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await ExtensionTests.ExtendedAsync(bureau, new DateOnly(2025, 8, 29));
        await story.On(8, 1).DoAsync("俞敏", Abroad);
        await story.On(8, 11).DoAsync("俞敏", new ResumeClock(""));
        Assert.Equal(new DateOnly(2025, 9, 8), (await story.CaseAsync()).ReplyDueOn);
    }

    [Fact]
    public async Task An_extension_granted_while_the_clock_stands_takes_no_day_away()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        await story.On(6, 2).DoAsync("俞敏", Abroad);
        await story.On(6, 20).DoAsync("郑宁", new RequestExtension("须待研究。", new DateOnly(2025, 6, 30), bureau.Id("方晓岚")));
        await story.DoAsync("方晓岚", new DecideExtension(true));
        await story.DoAsync("许婧", new AnswerExtension(true));
        await story.DoAsync("郑宁", new ExplainExtension(await bureau.PictureAsync(story.Id, "郑宁", story.Now)));
        await story.On(7, 21).DoAsync("俞敏", new ResumeClock(""));
        Assert.Equal(new DateOnly(2025, 8, 5), (await story.CaseAsync()).ReplyDueOn);
    }

    [Fact]
    public async Task A_reply_that_goes_out_while_the_clock_stands_is_in_time_and_ends_the_pause()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Sealed);
        await story.On(6, 10).DoAsync("俞敏", Abroad);
        Assert.Equal("0/0", Ratio((await Stages.FiguresAsync(bureau, new DateOnly(2025, 7, 1))).RepliedOnTime));

        await story.On(7, 1).DoAsync("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver) { HandedOverById = bureau.Id("郑宁") });
        var file = await story.FileAsync();
        Assert.Equal((null, new DateOnly(2025, 7, 8)), (file.Case.PausedOn, file.Case.ReplyDueOn));
        Assert.Equal(new DateOnly(2025, 7, 1), Assert.Single(file.Times.Pauses).ResumedOn);
        Assert.Equal("1/1", Ratio((await Stages.FiguresAsync(bureau, new DateOnly(2025, 7, 1))).RepliedOnTime));
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task Sent_back_a_step_begins_its_term_anew_and_the_old_one_is_closed()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Drafted);
        var first = Assert.Single(await StepsAsync(story, "科室审核"));
        Assert.True(first.IsOpen);

        await story.On(5, 19).DoAsync("王海涛", new ReviewByHead(false) { Opinion = "补充数据。" });
        await story.On(5, 21).DoAsync("郑宁", CaseDriver.Draft());
        var reviews = await StepsAsync(story, "科室审核");
        Assert.Equal([false, true], reviews.Select(line => line.IsOpen));
        Assert.Equal((new DateOnly(2025, 5, 19), new DateOnly(2025, 5, 21)), (reviews[0].MetOn, reviews[1].StartOn));
        Assert.Equal(new DateOnly(2025, 5, 23), reviews[1].DueOn);
    }

    [Fact]
    public async Task Handed_over_a_step_keeps_its_date()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        var before = Assert.Single(await StepsAsync(story, "面商"));
        await story.On(3, 28).DoAsync("俞敏", new TransferCase(bureau.Id("郑宁"), bureau.Id("王海涛"), "出差"));
        var after = Assert.Single(await StepsAsync(story, "面商"));
        Assert.Equal((before.Id, before.StartOn, before.DueOn), (after.Id, after.StartOn, after.DueOn));
        Assert.True(after.IsOpen);
    }

    private static string Ratio(Proposals.Statistics.Rate rate) => $"{rate.Part}/{rate.Whole}";

    private static async Task<List<Deadline>> StepsAsync(CaseDriver story, string name)
    {
        var file = await story.FileAsync();
        var ids = file.Steps.Where(step => step.Name == name).Select(step => (Guid?)step.Id.Value).ToList();
        return [.. file.Deadlines.Where(line => line.Kind == DeadlineKind.Step && ids.Contains(line.SubjectId)).OrderBy(line => line.Id.Value)];
    }
}
