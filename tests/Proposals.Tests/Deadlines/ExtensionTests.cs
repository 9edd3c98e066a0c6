using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

/// <summary>Assigned on 2025-03-17: the reply is due on 06-17, and no extension passes 09-17.</summary>
public sealed class ExtensionTests
{
    private const string Why = "涉及三个单位，线路调整须待区政府常务会议研究。";

    [Fact]
    public async Task The_old_date_holds_until_the_body_has_agreed_and_the_proposer_was_told()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AskedAsync(bureau, new DateOnly(2025, 8, 29));
        await story.On(6, 4).DoAsync("方晓岚", new DecideExtension(true));
        Assert.Contains("等待延期答复", await story.WaitsForAsync());
        await story.On(6, 11).DoAsync("许婧", new AnswerExtension(true));

        var waiting = await story.CaseAsync();
        Assert.Equal((new DateOnly(2025, 6, 17), false), (waiting.ReplyDueOn, waiting.IsExtended));
        Assert.Equal(Light.Yellow, waiting.LightOn(new DateOnly(2025, 6, 16)));

        var outcome = await story.On(6, 12).TryAsync("郑宁", new ExplainExtension(await bureau.PictureAsync(story.Id, "郑宁", story.Now)));
        Assert.Null(outcome.Refusal);
        Assert.Contains(new MovedDate(DeadlineKind.Reply, new DateOnly(2025, 6, 17), new DateOnly(2025, 8, 29)), outcome.Moved);
        var extended = await story.FileAsync();
        Assert.Equal((new DateOnly(2025, 8, 29), true), (extended.Case.ReplyDueOn, extended.Case.IsExtended));
        Assert.Equal(Light.Green, extended.Case.LightOn(new DateOnly(2025, 6, 18)));
        Assert.DoesNotContain(extended.Waiting, step => step.Name.Contains("延期", StringComparison.Ordinal));
        Assert.NotNull(extended.Deadlines.Single(line => line.Kind == DeadlineKind.ReplyInternalTarget).DroppedOn);
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task A_second_extension_goes_to_the_limit_and_none_beyond_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await ExtendedAsync(bureau, new DateOnly(2025, 8, 29));
        story.On(8, 20);
        Assert.Equal("extension.beyond-limit", await RefusedAsync(bureau, story, new DateOnly(2025, 9, 18)));
        Assert.Equal("extension.not-longer", await RefusedAsync(bureau, story, new DateOnly(2025, 8, 29)));

        await GrantAsync(bureau, story, new DateOnly(2025, 9, 17));
        var file = await story.FileAsync();
        Assert.Equal(new DateOnly(2025, 9, 17), file.Case.ReplyDueOn);
        Assert.Equal(
            [new DateOnly(2025, 6, 17), new DateOnly(2025, 8, 29), new DateOnly(2025, 9, 17)],
            new LineSums([.. file.Deadlines.OrderBy(line => line.Id.Value)], bureau.Rules.Of(file.Case), file.Times).Of(file.Deadlines.Single(line => line.Kind == DeadlineKind.Reply)).Lines.Skip(1).Select(line => line.DueOn));
    }

    [Fact]
    public async Task What_comes_too_late_or_goes_too_far_is_refused_by_name()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        story.On(6, 3);
        Assert.Equal("extension.beyond-limit", await RefusedAsync(bureau, story, new DateOnly(2025, 9, 18)));
        Assert.Equal("extension.not-longer", await RefusedAsync(bureau, story, new DateOnly(2025, 6, 17)));
        Assert.Equal("act.missing", (await story.TryAsync("郑宁", new RequestExtension(" ", new DateOnly(2025, 8, 29), bureau.Id("方晓岚")))).Refusal?.Code);
        Assert.Equal("act.unknown-person", (await story.TryAsync("郑宁", new RequestExtension(Why, new DateOnly(2025, 8, 29), bureau.Id("王海涛")))).Refusal?.Code);
        Assert.Equal("act.not-entitled", (await story.TryAsync("何悦", new RequestExtension(Why, new DateOnly(2025, 8, 29), bureau.Id("方晓岚")))).Refusal?.Code);
        story.On(6, 18);
        Assert.Equal("extension.too-late", await RefusedAsync(bureau, story, new DateOnly(2025, 8, 29)));
        Assert.Equal("clock.over-without-paper", (await story.TryAsync("郑宁", new RequestExtension(Why, new DateOnly(2025, 8, 29), bureau.Id("方晓岚")), new DateOnly(2025, 6, 17))).Refusal?.Code);
    }

    [Fact]
    public async Task One_request_at_a_time_and_each_answer_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AskedAsync(bureau, new DateOnly(2025, 8, 29));
        Assert.Equal("extension.pending", await RefusedAsync(bureau, story, new DateOnly(2025, 8, 30)));
        Assert.Equal("act.not-entitled", (await story.TryAsync("顾明远", new DecideExtension(true))).Refusal?.Code);
        Assert.Equal("act.missing", (await story.TryAsync("方晓岚", new DecideExtension(false))).Refusal?.Code);
        Assert.Equal("extension.nothing-pending", (await story.TryAsync("许婧", new AnswerExtension(true))).Refusal?.Code);

        await story.DoAsync("方晓岚", new DecideExtension(false) { Opinion = "抓紧按期办复。" });
        Assert.Equal("extension.nothing-pending", (await story.TryAsync("方晓岚", new DecideExtension(true))).Refusal?.Code);
        await story.DoAsync("郑宁", new RequestExtension(Why, new DateOnly(2025, 7, 31), bureau.Id("沈立群")));
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task A_body_that_refuses_or_grants_less_is_taken_at_its_word()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AskedAsync(bureau, new DateOnly(2025, 8, 29));
        await story.DoAsync("方晓岚", new DecideExtension(true));
        Assert.Equal("extension.beyond-limit", (await story.TryAsync("许婧", new AnswerExtension(true) { Until = new DateOnly(2025, 12, 1) })).Refusal?.Code);
        await story.DoAsync("许婧", new AnswerExtension(true) { Until = new DateOnly(2025, 7, 15) });
        Assert.Equal("act.missing", (await story.TryAsync("郑宁", new ExplainExtension(null))).Refusal?.Code);
        await story.DoAsync("郑宁", new ExplainExtension(await bureau.PictureAsync(story.Id, "郑宁", story.Now)));
        Assert.Equal(new DateOnly(2025, 7, 15), (await story.CaseAsync()).ReplyDueOn);

        await story.DoAsync("郑宁", new RequestExtension(Why, new DateOnly(2025, 8, 1), bureau.Id("方晓岚")));
        await story.DoAsync("方晓岚", new DecideExtension(true));
        await story.DoAsync("许婧", new AnswerExtension(false) { Answer = "不再延期。" });
        Assert.Equal(new DateOnly(2025, 7, 15), (await story.CaseAsync()).ReplyDueOn);
        Assert.DoesNotContain(await story.WaitsForAsync(), name => name.Contains("延期", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_that_goes_out_first_ends_the_request()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Sealed);
        await story.DoAsync("郑宁", new RequestExtension(Why, new DateOnly(2025, 8, 29), bureau.Id("方晓岚")));
        await story.DoAsync("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver) { HandedOverById = bureau.Id("郑宁") });

        var file = await story.FileAsync();
        Assert.NotNull(Assert.Single(file.Extensions).DroppedOn);
        Assert.DoesNotContain(file.Waiting, step => step.Name.Contains("延期", StringComparison.Ordinal));
        Assert.Equal("extension.nothing-pending", (await story.TryAsync("方晓岚", new DecideExtension(true))).Refusal?.Code);
        await Stages.WholeAsync(bureau, story);
    }

    [Fact]
    public async Task A_letter_that_was_written_after_a_late_reply_makes_it_no_earlier()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Sealed);
        await story.On(6, 3).DoAsync("郑宁", new RequestExtension(Why, new DateOnly(2025, 8, 29), bureau.Id("方晓岚")));
        await story.DoAsync("方晓岚", new DecideExtension(true));
        await story.DoAsync("许婧", new AnswerExtension(true));
        await story.On(6, 20).DoAsync("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver) { HandedOverById = bureau.Id("郑宁") });
        await story.On(6, 25).DoAsync("郑宁", new ExplainExtension(await bureau.PictureAsync(story.Id, "郑宁", story.Now)));
        Assert.Equal(new DateOnly(2025, 6, 17), (await story.CaseAsync()).ReplyDueOn);
    }

    [Fact]
    public async Task Rules_may_bound_an_extension_by_the_load_of_the_year()
    {
        await using var bureau = await Bureau.OpenAsync(profile => profile with
        {
            Extensions = profile.Extensions with { Longest = [new LongestExtension(0, "10d"), new LongestExtension(2, "15d")] },
        });
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        story.On(6, 3);
        Assert.Equal("extension.beyond-limit", await RefusedAsync(bureau, story, new DateOnly(2025, 6, 28)));
        await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("259", new DateOnly(2025, 3, 17)));
        Assert.Equal("extension.beyond-limit", await RefusedAsync(bureau, story, new DateOnly(2025, 7, 3)));
        await story.DoAsync("郑宁", new RequestExtension(Why, new DateOnly(2025, 7, 2), bureau.Id("方晓岚")));
    }

    [Fact]
    public async Task Where_the_rules_know_no_extension_none_is_asked_for()
    {
        await using var bureau = await Bureau.OpenAsync(profile => profile with { Extensions = profile.Extensions with { Kinds = [] } });
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        Assert.Equal("extension.not-possible", await RefusedAsync(bureau, story.On(6, 3), new DateOnly(2025, 8, 29)));
    }

    [Fact]
    public async Task A_leader_who_hands_over_hands_over_the_request_too()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AskedAsync(bureau, new DateOnly(2025, 8, 29));
        Assert.Contains("延期报批", await Stages.InboxAsync(bureau, "方晓岚"));
        await story.DoAsync("方晓岚", new DecideExtension(true));
        Assert.Contains("等待延期答复", await Stages.InboxAsync(bureau, "许婧"));
    }

    internal static async Task<CaseDriver> ExtendedAsync(Bureau bureau, DateOnly until)
    {
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        story.On(6, 3);
        await GrantAsync(bureau, story, until);
        return story;
    }

    private static async Task GrantAsync(Bureau bureau, CaseDriver story, DateOnly until)
    {
        await story.DoAsync("郑宁", new RequestExtension(Why, until, bureau.Id("方晓岚")));
        await story.DoAsync("方晓岚", new DecideExtension(true));
        await story.DoAsync("许婧", new AnswerExtension(true));
        await story.DoAsync("郑宁", new ExplainExtension(await bureau.PictureAsync(story.Id, "郑宁", story.Now)));
    }

    private static async Task<CaseDriver> AskedAsync(Bureau bureau, DateOnly until)
    {
        var story = await Stages.AtAsync(bureau, Stage.Consulted);
        return await story.On(6, 3).DoAsync("郑宁", new RequestExtension(Why, until, bureau.Id("方晓岚")));
    }

    private static async Task<string?> RefusedAsync(Bureau bureau, CaseDriver story, DateOnly until) =>
        (await story.TryAsync("郑宁", new RequestExtension(Why, until, bureau.Id("方晓岚")))).Refusal?.Code;
}
