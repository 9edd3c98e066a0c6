using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Handling;

public sealed class OutboxTests
{
    [Fact]
    public async Task What_could_not_be_sent_is_sent_again_and_what_was_sent_is_not()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.DoAsync("许婧", new ReceiveCase());
        var first = new List<string>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(bureau, story, message => first.Count == 1 ? throw new InvalidOperationException("line down") : first.Add));

        var again = new List<string>();
        Assert.NotEqual(0, await SendAsync(bureau, story, _ => again.Add));

        Assert.Equal(first[0], again[0]);
        Assert.Equal(await bureau.ReadAsync(db => db.Outbox.CountAsync()), again.Count);
        Assert.Equal(0, await SendAsync(bureau, story, _ => again.Add));
    }

    [Fact]
    public async Task A_refused_act_leaves_no_message()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        var before = await bureau.ReadAsync(db => db.Outbox.CountAsync());

        Assert.False((await story.TryAsync("方晓岚", new ReceiveCase())).IsDone);

        Assert.Equal(before, await bureau.ReadAsync(db => db.Outbox.CountAsync()));
    }

    private static Task<int> SendAsync(Bureau bureau, CaseDriver story, Func<OutboxMessage, Action<string>> send) =>
        bureau.WithAsync<Outbox, int>(outbox => outbox.SendAsync((message, _) =>
        {
            send(message)(message.Text);
            return Task.CompletedTask;
        }, story.Now, TestContext.Current.CancellationToken));
}
