using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>A whole crowd at the real host at once: nobody is stuck, nothing happens twice, and nobody sees an error page.</summary>
public sealed class HerdTests
{
    private const int MostClients = 32;

    private static readonly int Cases = Soak.Count(40);

    private static DateOnly Today => OfficeClock.Day(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Cases_started_and_answered_at_once_are_none_stuck_and_none_twice()
    {
        var (office, address) = await Office.ListenAsync();
        await using var _ = office;
        var clients = await HerdAsync(address, Math.Min(MostClients, Cases));

        var ids = new ConcurrentBag<CaseId>();
        await SpreadAsync(clients, Enumerable.Range(0, Cases), async (client, number) => ids.Add(await client.RegisterAsync($"{7000 + number}", Today)));
        Assert.Equal(Cases, ids.Distinct().Count());

        // Every step is answered by two people at once: one is done, the other is told who was first.
        var answers = new ConcurrentBag<(CaseId Id, Answered Answer)>();
        await SpreadAsync(clients, ids.Concat(ids).OrderBy(id => id), async (client, id) => answers.Add((id, await client.ReceiveAsync(id, 1, Today))));

        Assert.All(answers.GroupBy(answer => answer.Id), twice => Assert.Equal([Answered.Done, Answered.Overtaken], twice.Select(answer => answer.Answer).Order()));
        foreach (var id in ids)
            await WholeAsync(office, id);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task An_answer_sent_as_the_step_appears_is_taken()
    {
        var (office, address) = await Office.ListenAsync();
        await using var _ = office;
        var clients = await HerdAsync(address, Math.Min(8, Cases));
        var ids = new ConcurrentBag<CaseId>();

        await SpreadAsync(clients, Enumerable.Range(0, Cases), async (client, number) =>
        {
            var id = await client.RegisterAsync($"{8000 + number}", Today);
            Assert.Equal(Answered.Done, await client.ReceiveAsync(id, 1, Today));
            ids.Add(id);
        });

        foreach (var id in ids)
            await WholeAsync(office, id);
        clients.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_sent_the_moment_another_sees_the_step_is_taken(bool onTheBell)
    {
        var (office, address) = await Office.ListenAsync();
        await using var _ = office;
        using var registering = await HerdClient.SignInAsync(address, "xujing");
        using var watching = await HerdClient.SignInAsync(address, "yumin");
        var before = (await watching.InboxAsync()).ToHashSet();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ends.CancelAfter(TimeSpan.FromMinutes(1));
        for (var number = 0; number < 3; number++)
        {
            CaseId? seen = null;
            async Task<bool> LookAsync()
            {
                foreach (var id in (await watching.InboxAsync()).Where(before.Add))
                {
                    Assert.Equal(Answered.Done, await watching.ReceiveAsync(id, 1, Today));
                    seen = id;
                }

                return seen is not null;
            }

            var watcher = onTheBell ? watching.ListenAsync(LookAsync, ends.Token) : Task.Run(async () =>
            {
                while (!await LookAsync())
                    ends.Token.ThrowIfCancellationRequested();
            }, ends.Token);
            var registered = await registering.RegisterAsync($"{9000 + number}", Today);
            await watcher;
            Assert.Equal(registered, seen);
            await WholeAsync(office, registered);
        }
    }

    private static async Task<List<HerdClient>> HerdAsync(Uri address, int count)
    {
        var clients = new List<HerdClient>();
        for (var number = 0; number < count; number++)
            clients.Add(await HerdClient.SignInAsync(address, number % 2 == 0 ? "xujing" : "yumin"));
        return clients;
    }

    /// <summary>Each client takes the next piece of work as soon as it is free; all begin together.</summary>
    private static async Task SpreadAsync<T>(IReadOnlyList<HerdClient> clients, IEnumerable<T> work, Func<HerdClient, T, Task> doAsync)
    {
        var queue = new ConcurrentQueue<T>(work);
        await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var piece))
                await doAsync(client, piece);
        })));
    }

    private static async Task WholeAsync(Office office, CaseId id)
    {
        var (subject, steps) = await office.ReadAsync(async db => (
            await db.Cases.AsNoTracking().SingleAsync(known => known.Id == id),
            await db.Steps.AsNoTracking().Include(step => step.WorkItems).Where(step => step.CaseId == id).OrderBy(step => step.Id).ToListAsync()));
        Assert.Equal((2, CaseState.Received), (subject.Revision, subject.State));
        Assert.Equal([("签收登记", StepState.Answered), ("拟办", StepState.Waiting)], steps.Select(step => (step.Name, step.State)));
        Assert.All(steps, step => Assert.Single(step.WorkItems));
        var chain = CaseActs.SubjectOf(id);
        Assert.Equal(["RegisterCase", "ReceiveCase"], await office.ReadAsync(db => db.AuditEntries.Where(entry => entry.Subject == chain).OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync()));
        Assert.Null(await office.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(chain, TestContext.Current.CancellationToken)));
    }
}
