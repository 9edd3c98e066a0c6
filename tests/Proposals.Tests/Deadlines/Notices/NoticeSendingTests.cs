using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;
using static Proposals.Tests.Deadlines.Notices.WrittenNotices;

namespace Proposals.Tests.Deadlines.Notices;

/// <summary>At least once, and not for ever.</summary>
public sealed class NoticeSendingTests
{
    private static readonly Delivery Failed = new("HTTP 503");

    [Fact]
    public async Task A_failing_channel_is_tried_less_and_less_often_and_given_up_after_the_eighth_time()
    {
        await using var bureau = await Bureau.OpenAsync();
        var way = new KeptLetters(NoticeChannel.Webhook, Failed);
        var dispatch = await ComposedAsync(bureau, way);
        var now = At(3, 10);
        foreach (var minutes in new[] { 1, 5, 15, 60, 240, 240, 240 })
        {
            Assert.Equal(new DispatchResult(0, 1), await dispatch.SendAsync(NoticeChannel.Webhook, now, Cancel));
            Assert.Equal(new DispatchResult(0, 0), await dispatch.SendAsync(NoticeChannel.Webhook, now.AddMinutes(minutes).AddSeconds(-1), Cancel));
            now = now.AddMinutes(minutes);
        }

        Assert.Equal(PostState.Waiting, (await bureau.OnlyPostAsync()).State);
        await dispatch.SendAsync(NoticeChannel.Webhook, now, Cancel);
        var post = await bureau.OnlyPostAsync();
        Assert.Equal((PostState.GivenUp, 8, "HTTP 503", now), (post.State, post.Attempts, post.LastError, post.EndedAt));
        Assert.Equal(new DispatchResult(0, 0), await dispatch.SendAsync(NoticeChannel.Webhook, now.AddDays(1), Cancel));
        Assert.Single(way.Letters.Select(letter => letter.Id).Distinct());
        Assert.Equal(8, way.Letters.Count);
    }

    [Fact]
    public async Task What_was_taken_at_last_is_sent_no_more()
    {
        await using var bureau = await Bureau.OpenAsync();
        var way = new KeptLetters(NoticeChannel.Webhook, Failed, Delivery.Taken);
        var dispatch = await ComposedAsync(bureau, way);
        await dispatch.SendAsync(NoticeChannel.Webhook, At(3, 10), Cancel);
        Assert.Equal(new DispatchResult(1, 0), await dispatch.SendAsync(NoticeChannel.Webhook, At(3, 10, 1), Cancel));

        var post = await bureau.OnlyPostAsync();
        Assert.Equal((PostState.Sent, 2, ""), (post.State, post.Attempts, post.LastError));
        Assert.Equal(new DispatchResult(0, 0), await dispatch.SendAsync(NoticeChannel.Webhook, At(4, 10), Cancel));
    }

    [Fact]
    public async Task What_a_dying_process_held_is_sent_by_the_next_under_the_same_id()
    {
        await using var bureau = await Bureau.OpenAsync();
        var way = new KeptLetters();
        var dispatch = await ComposedAsync(bureau, way);
        var held = await bureau.WithAsync<NoticePosting, ClaimedPost?>(posting => posting.ClaimAsync(NoticeChannel.Webhook, At(3, 10), Cancel));

        Assert.Equal(new DispatchResult(0, 0), await dispatch.SendAsync(NoticeChannel.Webhook, At(3, 10, 1), Cancel));
        Assert.Equal(new DispatchResult(1, 0), await dispatch.SendAsync(NoticeChannel.Webhook, At(3, 10, 5), Cancel));
        Assert.Equal(held?.MessageId, Assert.Single(way.Letters).Id);
    }

    [Fact]
    public async Task Two_processes_send_each_message_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var other = bureau.Again();
        var id = (await Stages.AtAsync(bureau, Stage.Accepted)).Id;
        for (var count = 0; count < 16; count++)
            await bureau.TellAsync(id, "沈立群", NoticeKind.Red, At(3, 9));
        var way = new KeptLetters();
        NoticeDispatch[] dispatches = [await bureau.DispatchAsync(way), await other.DispatchAsync(way)];
        await dispatches[0].ComposeAsync(At(3, 10), Cancel);

        var results = await Task.WhenAll(dispatches.Select(dispatch => Task.Run(() => dispatch.SendAsync(NoticeChannel.Webhook, At(3, 10), Cancel), Cancel)));

        Assert.Equal(16, results.Sum(result => result.Sent));
        Assert.Equal(16, way.Letters.Select(letter => letter.Id).Distinct().Count());
        Assert.Equal(16, way.Letters.Count);
    }

    [Fact]
    public async Task A_channel_that_is_away_is_not_asked_for_each_of_its_messages()
    {
        await using var bureau = await Bureau.OpenAsync();
        var id = (await Stages.AtAsync(bureau, Stage.Accepted)).Id;
        for (var count = 0; count < 9; count++)
            await bureau.TellAsync(id, "沈立群", NoticeKind.Red, At(3, 9));
        var dispatch = await bureau.DispatchAsync(new KeptLetters(NoticeChannel.Webhook, Failed));
        await dispatch.ComposeAsync(At(3, 10), Cancel);
        Assert.Equal(new DispatchResult(0, 3), await dispatch.SendAsync(NoticeChannel.Webhook, At(3, 10), Cancel));
    }

    [Fact]
    public async Task What_cannot_be_sent_at_all_is_given_up_at_once_with_its_reason()
    {
        await using var bureau = await Bureau.OpenAsync();
        var dispatch = await ComposedAsync(bureau, new KeptLetters(NoticeChannel.Mail, Delivery.NoAddress));
        await dispatch.SendAsync(NoticeChannel.Mail, At(3, 10), Cancel);
        Assert.Equal((PostState.GivenUp, "no-address"), await EndOfPostAsync(bureau));

        var standing = await bureau.WithAsync<ChannelQuery, ChannelStanding>(query => query.ReadAsync(NoticeChannel.Mail, At(4, 10), Cancel));
        Assert.Equal(new ChannelStanding(NoticeChannel.Mail, null, 0, 1, "no-address"), standing);
    }

    [Fact]
    public async Task What_waited_for_days_is_not_sent_any_more()
    {
        await using var bureau = await Bureau.OpenAsync();
        var way = new KeptLetters();
        var dispatch = await ComposedAsync(bureau, way);
        await dispatch.SendAsync(NoticeChannel.Webhook, At(7, 10), Cancel);
        Assert.Equal((PostState.GivenUp, "too-late"), await EndOfPostAsync(bureau));
        Assert.Empty(way.Letters);
    }

    [Fact]
    public async Task A_letter_names_the_deadline_of_its_rung_and_the_step_of_its_urging()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await Stages.AtAsync(bureau, Stage.Accepted);
        var step = (await story.FileAsync()).Waiting.First();
        await story.On(6, 3).DoAsync("许婧", new Proposals.FollowUp.UrgeStep(step.Id, "请抓紧。"));
        await bureau.SweepAsync(new DateOnly(2025, 6, 3));
        var way = new KeptLetters();
        var dispatch = await bureau.DispatchAsync(way);
        await dispatch.ComposeAsync(At(3, 11), Cancel);
        await dispatch.SendAsync(NoticeChannel.Webhook, At(3, 11), Cancel);

        var letter = Assert.Single(way.Letters, letter => letter.Reader.Name == "郑宁");
        Assert.Equal(
            [(NoticeKind.Blue, DeadlineKind.Reply, new DateOnly(2025, 6, 17), null, null), (NoticeKind.Urging, null, step.DueOn, step.Name, "许婧")],
            letter.Lines.OrderBy(line => line.Kind).Select(line => (line.Kind, line.Deadline, line.DueOn, line.Step, line.By)));
    }

    /// <summary>One message to 郑宁, of one blue notice.</summary>
    private static async Task<NoticeDispatch> ComposedAsync(Bureau bureau, KeptLetters way)
    {
        var id = (await Stages.AtAsync(bureau, Stage.Accepted)).Id;
        await bureau.TellAsync(id, "郑宁", NoticeKind.Blue, At(3, 9));
        var dispatch = await bureau.DispatchAsync(way);
        Assert.Equal(1, await dispatch.ComposeAsync(At(3, 10), Cancel));
        return dispatch;
    }

    private static async Task<(PostState, string)> EndOfPostAsync(Bureau bureau)
    {
        var post = await bureau.OnlyPostAsync();
        return (post.State, post.LastError);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
