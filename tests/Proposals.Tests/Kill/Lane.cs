using System.Net;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Kill;

/// <summary>One product on one database under a mixed load, killed again and again.</summary>
internal sealed class Lane : IDisposable
{
    private const int Callers = 4;
    private const int StoriesAtOnce = 6;
    private const int MostAcknowledged = 10;
    private const int LongestDelay = 60;

    /// <summary>One start in so many is cut off, too.</summary>
    private const int OneInSo = 6;

    private static readonly TimeSpan LongestOnTheWay = TimeSpan.FromSeconds(4);

    private static readonly string[] Pages = ["/", "/inbox", "/cases", "/statistics"];

    private readonly TestDatabase database;
    private readonly IReadOnlyList<Plan> plans;
    private readonly Comparison comparison;
    private readonly Tally tally;
    private readonly Random random;
    private readonly List<Caller> callers;

    /// <summary>Of people who signed in once: they stay signed in, however often the product is killed.</summary>
    private readonly Dictionary<string, CookieContainer> cookies = [];
    private readonly Lock free = new();
    private readonly List<Story> all = [];
    private readonly List<Story> waiting = [];
    private readonly HashSet<Story> touched = [];
    private readonly HashSet<Attempt> sent = [];
    private volatile bool dies;
    private int left;

    public Lane(TestDatabase database, IReadOnlyList<Plan> plans, Comparison comparison, Tally tally, int seed)
    {
        (this.database, this.plans, this.comparison, this.tally) = (database, plans, comparison, tally);
        random = new Random(seed);
        callers = [.. Enumerable.Range(0, Callers).Select(_ => new Caller(cookies))];
    }

    public static ProductStart Start(TestDatabase database) => new(database.Connection)
    {
        Settings = new Dictionary<string, string> { ["Timers__EverySeconds"] = "1", ["Logging__LogLevel__Default"] = "Warning", ["DOTNET_TieredPGO"] = "0" },
    };

    public async Task RunAsync(int kills, CancellationToken cancellationToken)
    {
        for (var killed = 0; killed < kills;)
        {
            if (cookies.Count > 0 && random.Next(OneInSo) == 0)
            {
                await Product.KillWhileStartingAsync(Start(database), LongestOnTheWay * random.NextDouble(), cancellationToken);
                tally.KillWhileStarting();
            }

            await using var product = await Product.StartAsync(Start(database), cancellationToken);
            if (cookies.Count == 0)
                await Caller.SignInAsync(product.Address, cookies);
            var (inFlight, inside) = await LoadAsync(product, cancellationToken);
            await CompareAsync([.. touched]);
            if (inFlight == 0)
                continue;
            tally.Kill(inside > 0);
            killed++;
        }

        await FinishAsync(cancellationToken);
    }

    public void Dispose() => callers.ForEach(caller => caller.Dispose());

    /// <summary>Until a moment drawn at random; then not one instruction more.</summary>
    /// <returns>How many requests had no answer, and how many of them were inside the process.</returns>
    private async Task<(int InFlight, int Inside)> LoadAsync(Product product, CancellationToken cancellationToken)
    {
        dies = false;
        left = random.Next(MostAcknowledged + 1);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (left == 0)
            enough.SetResult();
        List<Task> calling = [.. callers.Select(caller => Task.Run(() => CallAsync(product, caller, enough, cancellationToken), cancellationToken))];
        try
        {
            if (await Task.WhenAny([enough.Task, .. calling]) is var first && first != enough.Task)
                await first;
            await Task.Delay(random.Next(LongestDelay), cancellationToken);
            dies = true;
            var inside = await Frozen.StopAsync(product, callers.Select(caller => caller.Wire).OfType<Wire>(), cancellationToken);
            return (callers.Count(caller => caller.IsAsking), inside);
        }
        finally
        {
            dies = true;
            await product.KillAsync();
            await Task.WhenAll(calling);
        }
    }

    private async Task CallAsync(Product product, Caller caller, TaskCompletionSource enough, CancellationToken cancellationToken)
    {
        while (!dies)
        {
            var (story, chance) = Take();
            try
            {
                if (await StepAsync(product.Address, caller, story, chance, cancellationToken) && Interlocked.Decrement(ref left) == 0)
                    enough.TrySetResult();
            }
            catch (Exception lost) when (dies && lost is HttpRequestException or IOException)
            {
                // The other end is gone. What was sent stands in the story.
            }
            finally
            {
                Give(story);
            }
        }
    }

    /// <returns>Whether a form was acknowledged.</returns>
    private async Task<bool> StepAsync(Uri product, Caller caller, Story story, int chance, CancellationToken cancellationToken)
    {
        if (story.Unknown is { } again)
            return await SendAsync(product, caller, story, again, cancellationToken);
        if (chance < 15 && story.Last is { } last)
        {
            // A second click that comes late, from another connection: the same act, and no other.
            if (await caller.SendAsync(product, last, cancellationToken) is { } same)
                Assert.Equal(story.CaseId, same);
            tally.Repeat();
            return false;
        }

        if (chance < 30)
        {
            await caller.LookAsync(product, "xujing", chance < 20 && story.CaseId is { } id ? $"/cases/{id}" : Pages[chance % Pages.Length], cancellationToken);
            return false;
        }

        var attempt = await caller.OpenAsync(product, story, cancellationToken);
        if (attempt.Deed.KeepsDraft && chance % 2 == 0)
            await caller.KeepDraftAsync(product, attempt, cancellationToken);
        story.Unknown = attempt;
        return await SendAsync(product, caller, story, attempt, cancellationToken);
    }

    private async Task<bool> SendAsync(Uri product, Caller caller, Story story, Attempt attempt, CancellationToken cancellationToken)
    {
        lock (free)
            sent.Add(attempt);
        if (await caller.SendAsync(product, attempt, cancellationToken) is not { } id)
            return false;
        story.CaseId ??= id;
        Assert.Equal(story.CaseId, id);
        story.Acknowledge(attempt);
        tally.Acknowledge();
        return true;
    }

    private (Story Story, int Chance) Take()
    {
        lock (free)
        {
            while (waiting.Count < StoriesAtOnce - Callers + 1)
            {
                var begun = new Story(plans[random.Next(plans.Count)], Numbers.At(all.Count));
                all.Add(begun);
                waiting.Add(begun);
            }

            var story = waiting.Find(known => known.Unknown is not null) ?? waiting[random.Next(waiting.Count)];
            waiting.Remove(story);
            touched.Add(story);
            return (story, random.Next(100));
        }
    }

    private void Give(Story story)
    {
        lock (free)
        {
            if (!story.IsOver)
                waiting.Add(story);
        }
    }

    private async Task CompareAsync(IReadOnlyList<Story> look)
    {
        await using var store = await Store.OpenAfterDeathAsync(database.Connection);
        var unanswered = all.Where(story => story.Unknown is { } attempt && sent.Contains(attempt)).ToList();
        tally.Lose(unanswered.Count, await comparison.CheckAsync(store, all, look, unanswered));
        touched.Clear();
        sent.Clear();
    }

    /// <summary>Whatever is still open is sent once more; then nothing is unknown any longer, and every case ever begun is looked at.</summary>
    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        await using (var product = await Product.StartAsync(Start(database), cancellationToken))
        {
            foreach (var story in all)
                while (story.Unknown is { } attempt)
                    await SendAsync(product.Address, callers[0], story, attempt, cancellationToken);
        }

        await CompareAsync(all);
    }
}
