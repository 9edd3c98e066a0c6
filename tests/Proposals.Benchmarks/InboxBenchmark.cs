using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Designer;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Demo;

namespace Proposals.Benchmarks;

/// <summary>
/// What people wait for at a size no bureau has: inbox, ledger and case page of the running product, asked over HTTP by those who have the most. The cases are the demo's own, of every stage,
/// many times over among some 200 people of 20 departments.
/// </summary>
internal static partial class InboxBenchmark
{
    private const int Warm = 30;
    private const int Asked = 400;

    private static readonly string[] Who = ["xujing", "yumin", "zhengning", "wanghaitao", "heyue", "fangxiaolan", "shenliqun", "duqing"];

    public static async Task<int> RunAsync(int items)
    {
        var isFast = await RunOnAsync(new SqliteGround(), items, most: 100);
        if (GrowthGround.PostgresServer is { } server)
            isFast &= await RunOnAsync(new PostgresGround(server), items, most: 50);
        return isFast ? 0 : 1;
    }

    private static async Task<bool> RunOnAsync(GrowthGround ground, int items, double most)
    {
        await using var taken = ground;
        var connection = await ground.EmptyAsync("inbox");
        await GrowAsync(ground, connection, items);
        await using var product = await RunningProduct.StartAsync(connection);
        var times = new Dictionary<string, List<double>>();
        foreach (var who in Who)
        {
            using var person = await product.SignInAsync(who);
            await AskAsync(person, times);
        }

        foreach (var (page, all) in times)
        {
            all.Sort();
            Console.WriteLine($"BENCH inbox.{ground.Prefix}{page}_p50 {At(all, 0.50):F1} ms");
            Console.WriteLine($"BENCH inbox.{ground.Prefix}{page}_p99 {At(all, 0.99):F1} ms");
        }

        // A search for a part of a word reads every case until the full-text index comes.
        return times.Where(page => page.Key != "search").All(page => At(page.Value, 0.99) < most);
    }

    /// <summary>A person looks at his inbox, pages on, opens what lies there, and the ledger by several filters.</summary>
    private static async Task AskAsync(HttpClient person, Dictionary<string, List<double>> times)
    {
        var cases = new HashSet<string>();
        string[] inboxes = ["/inbox", "/inbox?tab=Department", "/inbox?tab=Done"];
        string[] ledgers = ["/cases", "/cases?year=0", "/cases?light=Red", "/cases?state=InHandling", "/cases?light=Yellow&kind=CppccProposal"];
        for (var number = -Warm / Who.Length; number < Asked / Who.Length; number++)
        {
            await OneAsync("inbox", inboxes[Math.Abs(number) % inboxes.Length], number);
            await OneAsync("ledger", ledgers[Math.Abs(number) % ledgers.Length], number);
            await OneAsync("search", "/cases?text=%E6%97%85%E6%B8%B8", number);
            if (cases.Count > 0)
                await OneAsync("case", cases.ElementAt(Math.Abs(number) % cases.Count), number);
        }

        async Task OneAsync(string page, string address, int number)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await person.GetAsync(new Uri(address, UriKind.Relative));
            var html = await answer.Content.ReadAsStringAsync();
            var took = watch.Elapsed.TotalMilliseconds;
            if (!answer.IsSuccessStatusCode && answer.StatusCode != System.Net.HttpStatusCode.Forbidden)
                throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}");
            cases.UnionWith(CaseAddress().Matches(html).Select(match => match.Value));
            if (number < 0 || !answer.IsSuccessStatusCode)
                return;
            if (!times.TryGetValue(page, out var all))
                times[page] = all = [];
            all.Add(took);
        }
    }

    private static async Task GrowAsync(GrowthGround ground, string connection, int items)
    {
        var watch = Stopwatch.StartNew();
        var collection = new ServiceCollection();
        collection.AddLogging().AddProposals(connection);
        collection.AddDataProtection();
        collection.AddIdentityCore<Person>().AddEntityFrameworkStores<ProposalsDbContext>();
        await using var services = collection.BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        await db.Database.MigrateAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json"))
            await services.GetRequiredService<PublishedDefinitions>().AdoptAsync(db, await File.ReadAllTextAsync(file), publishAlways: true, now, CancellationToken.None);
        await ActivatorUtilities.CreateInstance<DemoBureau>(scope.ServiceProvider).BuildAsync(now, CancellationToken.None);
        await db.Outbox.ExecuteDeleteAsync();
        db.ChangeTracker.Clear();
        var casting = await Casting.HireAsync(db, now);
        db.ChangeTracker.Clear();
        var store = ground.Rows(connection);
        var copies = await GrowthCopies.ReadAsync(db, store, casting);
        await copies.WriteAsync(items / await db.WorkItems.CountAsync(), []);
        await store.SettleAsync();
        Console.Error.WriteLine($"{await db.WorkItems.CountAsync()} work items, {await db.Cases.CountAsync()} cases, {await db.Users.CountAsync()} people, {await db.Departments.CountAsync()} departments, built in {watch.Elapsed.TotalSeconds:F0} s");
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    [GeneratedRegex("/cases/[0-9a-f]{8}-[0-9a-f-]{27}(?=[\"?])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CaseAddress();
}
