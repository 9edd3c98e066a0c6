using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Persistence;

/// <summary>Every writer of an embedded database waits in the queue of the process, not in the database with its thread.</summary>
public sealed class WriteTurnTests
{
    [Fact]
    public async Task Whoever_writes_waits_for_his_turn()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        var (me, draft) = (bureau.Id("许婧"), new Dictionary<string, string[]> { ["Input.Subject"] = ["停车"] });
        Func<Task>[] writers =
        [
            () => bureau.PictureAsync(story.Id, "许婧", story.Now),
            () => bureau.WithAsync<FormDrafts, bool>(drafts => drafts.SaveAsync(me, story.Id, nameof(ReceiveCase), draft, story.Now, Cancel)),
            () => bureau.WithAsync<FormDrafts, bool>(drafts => drafts.SaveAsync(me, story.Id, nameof(ReceiveCase), draft, story.Now, Cancel)),
            () => bureau.WithAsync<FormDrafts, bool>(async drafts =>
            {
                await drafts.DeleteAsync(me, story.Id, nameof(ReceiveCase), Cancel);
                return true;
            }),
            () => bureau.WithAsync<PeopleActs, Refusal?>(people => people.UnlockAsync(bureau.Id("周一鸣"), me, story.Now, Cancel)),
            () => bureau.WithAsync<UserManager<Person>, IdentityResult>(async users => await users.AccessFailedAsync(await users.FindByIdAsync(me.ToString()) ?? bureau.Person("许婧"))),
            () => bureau.WithAsync<Outbox, int>(outbox => outbox.SendAsync((_, _) => Task.CompletedTask, story.Now, Cancel)),
            () => story.DoAsync("许婧", new ReceiveCase()),
        ];
        foreach (var write in writers)
        {
            Task written;
            using (await bureau.WithAsync<WriteTurn, IDisposable>(turn => turn.TakeAsync(Cancel)))
            {
                written = write();

                // SQLite answers at once, so whoever is not done waits for the turn. A database server has no queue.
                Assert.True(!written.IsCompleted || TestDatabase.PostgresServer is not null);
            }

            await written.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        }
    }

    [Fact]
    public async Task A_save_that_fails_gives_the_turn_back()
    {
        await using var bureau = await Bureau.OpenAsync();
        var id = await bureau.DepartmentAsync("旅游科");

        await Assert.ThrowsAsync<DbUpdateException>(() => bureau.ReadAsync(db =>
        {
            db.Departments.Add(new Department { Id = id, Name = "再来一个" });
            return db.SaveChangesAsync(Cancel);
        }));

        var next = bureau.WithAsync<WriteTurn, IDisposable>(turn => turn.TakeAsync(Cancel));
        Assert.True(next.IsCompleted);
        (await next).Dispose();
    }

    [Fact]
    public async Task A_save_that_came_second_gives_the_turn_back()
    {
        await using var bureau = await Bureau.OpenAsync();
        var id = bureau.Id("许婧");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => bureau.ReadAsync(async late =>
        {
            var seen = await late.Users.SingleAsync(person => person.Id == id, Cancel);
            await bureau.WithAsync<UserManager<Person>, IdentityResult>(async users => await users.AccessFailedAsync(await users.FindByIdAsync(id.ToString()) ?? bureau.Person("许婧")));
            seen.AccessFailedCount++;
            return await late.SaveChangesAsync(Cancel);
        }));

        var next = bureau.WithAsync<WriteTurn, IDisposable>(turn => turn.TakeAsync(Cancel));
        Assert.True(next.IsCompleted);
        (await next).Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
