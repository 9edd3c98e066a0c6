using System.Globalization;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Kill;

/// <summary>What a case looks like after each of its forms.</summary>
/// <param name="Rows">Every row that belongs to it.</param>
/// <param name="Outbox">What its acts have put into the outbox so far, each with how often.</param>
internal sealed record Look(IReadOnlyList<string> Rows, IReadOnlyDictionary<string, int> Outbox);

/// <summary>The plans carried through once with nobody killed: each number of forms has its look, and no case may ever have another.</summary>
internal sealed class Calm
{
    private readonly Dictionary<(string Plan, int Done), Look> looks = [];

    public static Look Unborn { get; } = new([], new Dictionary<string, int>());

    public Look this[Plan plan, int done] => done == 0 ? Unborn : looks[(plan.Name, done)];

    public static async Task<Calm> RunAsync(Product product, Caller caller, IEnumerable<Plan> plans, CaseRows rows, CancellationToken cancellationToken)
    {
        var calm = new Calm();
        var number = 0;
        foreach (var plan in plans)
        {
            var carried = await CarryAsync(product, caller, new Story(plan, Numbers.At(number++)), rows, cancellationToken);
            for (var done = 0; done < carried.Count; done++)
                calm.looks[(plan.Name, done + 1)] = carried[done];
        }

        return calm;
    }

    public static async Task<IReadOnlyDictionary<string, int>> OutboxAsync(Store store, CaseRows rows) =>
        (await store.RowsAsync("SELECT \"Kind\", \"Text\", count(*) FROM outbox GROUP BY \"Kind\", \"Text\""))
        .ToDictionary(row => $"{row[0]} {rows.Mask(Store.TextOf(row[1]))}", row => Convert.ToInt32(row[2], CultureInfo.InvariantCulture));

    private static async Task<IReadOnlyList<Look>> CarryAsync(Product product, Caller caller, Story story, CaseRows rows, CancellationToken cancellationToken)
    {
        var carried = new List<Look>();
        await using var store = await Store.OpenAsync(product.Connection);
        var before = await OutboxAsync(store, rows);
        while (!story.IsOver)
        {
            var attempt = await caller.OpenAsync(product.Address, story, cancellationToken);
            if (await caller.SendAsync(product.Address, attempt, cancellationToken) is not { } id)
                continue;
            story.CaseId = id;
            story.Acknowledge(attempt);
            var after = await OutboxAsync(store, rows);
            var own = await rows.ReadAsync(store, new Dictionary<Guid, string> { [id.Value] = story.Number });
            carried.Add(new Look(own[id.Value], after.Select(sent => KeyValuePair.Create(sent.Key, sent.Value - before.GetValueOrDefault(sent.Key))).Where(sent => sent.Value > 0).ToDictionary()));
        }

        return carried;
    }
}

/// <summary>Item numbers that are told apart from every other figure in the database.</summary>
internal static class Numbers
{
    private const int First = 731_000_000;

    public static string At(int index) => (First + index).ToString(CultureInfo.InvariantCulture);
}
