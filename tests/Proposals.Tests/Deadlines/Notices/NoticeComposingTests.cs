using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Tests.Assignment;
using Proposals.Tests.Scenes;
using static Proposals.Tests.Deadlines.Notices.WrittenNotices;

namespace Proposals.Tests.Deadlines.Notices;

/// <summary>Few messages, or nobody reads them any more.</summary>
public sealed class NoticeComposingTests
{
    [Fact]
    public async Task One_message_a_person_and_day_gathers_all_but_red()
    {
        await using var bureau = await Bureau.OpenAsync();
        var id = (await Stages.AtAsync(bureau, Stage.Accepted)).Id;
        var dispatch = await bureau.DispatchAsync(new KeptLetters());
        await bureau.TellAsync(id, "郑宁", NoticeKind.Blue, At(3, 9));
        await bureau.TellAsync(id, "郑宁", NoticeKind.Yellow, At(3, 9));
        await bureau.TellAsync(id, "王海涛", NoticeKind.Urging, At(3, 9));
        await bureau.TellAsync(id, "沈立群", NoticeKind.Red, At(3, 9));
        await bureau.TellAsync(id, "沈立群", NoticeKind.Red, At(3, 9));

        // A sweep may still be at work: the day's only message waits for the rest of it, red does not.
        Assert.Equal(2, await dispatch.ComposeAsync(At(3, 9, 1), Cancel));
        Assert.Equal(2, await dispatch.ComposeAsync(At(3, 9, 6), Cancel));
        Assert.Equal(["沈立群 06-03 alone 1", "沈立群 06-03 alone 1", "王海涛 06-03 gathered 1", "郑宁 06-03 gathered 2"], (await bureau.MessagesAsync()).Order(StringComparer.Ordinal));

        await bureau.TellAsync(id, "郑宁", NoticeKind.Urging, At(3, 10));
        await bureau.TellAsync(id, "郑宁", NoticeKind.Directed, At(3, 10));
        Assert.Equal(1, await dispatch.ComposeAsync(At(3, 11), Cancel));
        Assert.Equal("郑宁 06-03 alone 1", (await bureau.MessagesAsync())[^1]);
        Assert.Equal(0, await dispatch.ComposeAsync(At(4, 8, 59), Cancel));
        Assert.Equal(1, await dispatch.ComposeAsync(At(4, 9), Cancel));
        Assert.Equal("郑宁 06-04 gathered 1", (await bureau.MessagesAsync())[^1]);
        Assert.Equal(0, await dispatch.ComposeAsync(At(4, 9, 1), Cancel));
    }

    [Fact]
    public async Task Red_waits_for_the_morning_too()
    {
        await using var bureau = await Bureau.OpenAsync();
        var id = (await Stages.AtAsync(bureau, Stage.Accepted)).Id;
        var dispatch = await bureau.DispatchAsync(new KeptLetters());
        await bureau.TellAsync(id, "沈立群", NoticeKind.Red, At(7, 22));

        Assert.Equal(1, await dispatch.ComposeAsync(At(7, 23), Cancel));
        await bureau.TellAsync(id, "沈立群", NoticeKind.Red, At(8, 1));
        Assert.Equal(0, await dispatch.ComposeAsync(At(8, 8, 59), Cancel));

        // A Sunday.
        Assert.Equal(1, await dispatch.ComposeAsync(At(8, 9), Cancel));
    }

    [Fact]
    public async Task Where_nothing_is_configured_nothing_is_composed_and_nothing_sent()
    {
        await using var bureau = await Bureau.OpenAsync();
        var id = (await Stages.AtAsync(bureau, Stage.Accepted)).Id;
        await bureau.TellAsync(id, "沈立群", NoticeKind.Red, At(3, 9));
        var dispatch = await bureau.DispatchAsync();

        Assert.Equal(0, await dispatch.ComposeAsync(At(3, 10), Cancel));
        Assert.Empty(await bureau.MessagesAsync());
        Assert.False(await bureau.ReadAsync(db => db.NoticePosts.AnyAsync()));
    }

    [Fact]
    public async Task What_is_old_was_read_or_is_for_somebody_who_left_stays_in_the_house()
    {
        await using var bureau = await Bureau.OpenAsync();
        var id = (await Stages.AtAsync(bureau, Stage.Accepted)).Id;
        var dispatch = await bureau.DispatchAsync(new KeptLetters());
        await bureau.TellAsync(id, "郑宁", NoticeKind.Blue, At(30, 9).AddDays(-31));
        await bureau.TellAsync(id, "沈立群", NoticeKind.Red, At(30, 9).AddDays(-31));
        await bureau.TellAsync(id, "郑宁", NoticeKind.Blue, At(30, 9), readAt: At(30, 9));
        await bureau.TellAsync(id, "俞敏", NoticeKind.Red, At(30, 9));
        await bureau.ReadAsync(db => db.Users.Where(person => person.DisplayName == "俞敏").ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true)));

        Assert.Equal(0, await dispatch.ComposeAsync(At(30, 10), Cancel));
    }

    [Fact]
    public async Task Whoever_configures_a_channel_late_floods_nobody()
    {
        await using var bureau = await Bureau.OpenAsync();
        var id = (await Stages.AtAsync(bureau, Stage.Accepted)).Id;
        for (var day = 2; day <= 20; day++)
            await bureau.TellAsync(id, "沈立群", NoticeKind.Red, At(day, 9));
        var dispatch = await bureau.DispatchAsync(new KeptLetters());

        Assert.Equal(2, await dispatch.ComposeAsync(At(20, 10), Cancel));
        Assert.Equal(["沈立群 06-20 alone 1", "沈立群 06-20 gathered 18"], (await bureau.MessagesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_processes_that_compose_at_once_compose_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var other = bureau.Again();
        var id = (await Stages.AtAsync(bureau, Stage.Accepted)).Id;
        string[] people = ["郑宁", "王海涛", "方晓岚", "沈立群"];
        for (var day = 1; day <= 5; day++)
        {
            foreach (var name in people)
            {
                await bureau.TellAsync(id, name, NoticeKind.Yellow, At(day, 9));
                await bureau.TellAsync(id, name, NoticeKind.Red, At(day, 9));
            }

            NoticeDispatch[] dispatches = [await bureau.DispatchAsync(new KeptLetters()), await other.DispatchAsync(new KeptLetters())];
            await Task.WhenAll(dispatches.Select(dispatch => Task.Run(() => dispatch.ComposeAsync(At(day, 10), Cancel), Cancel)));

            // Whoever gave way may have left something to the next minute.
            await dispatches[0].ComposeAsync(At(day, 10, 1), Cancel);
        }

        var messages = await bureau.MessagesAsync();
        Assert.Equal(5 * people.Length * 2, messages.Count);
        Assert.All(messages, message => Assert.EndsWith(" 1", message, StringComparison.Ordinal));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
