using System.Globalization;
using System.Text.Json;
using Proposals.Deadlines;

namespace Proposals.Tests.Kill;

/// <summary>What the sweeps have left in a database, read by plain SQL; asked again after each kill.</summary>
internal sealed class RungRows
{
    private readonly Dictionary<string, string> seen = [];

    public int Raised { get; private set; }

    public int Skipped { get; private set; }

    /// <summary>Nothing that was there is gone or different; each deadline's rungs came once and in order; what was raised, and only that, was told and entered, once.</summary>
    public async Task CheckAsync(Store store)
    {
        var rungs = (await store.RowsAsync("SELECT \"Id\", \"DeadlineId\", \"Arming\", \"Level\", \"State\", \"SettledAt\" FROM rungs ORDER BY \"Id\""))
            .Select(row => new Row(Key(row[0]), Key(row[1]), Convert.ToInt32(row[2], CultureInfo.InvariantCulture), Enum.Parse<RungLevel>(Store.TextOf(row[3])), Enum.Parse<RungState>(Store.TextOf(row[4])), Store.TextOf(row[5]))).ToList();
        var now = rungs.ToDictionary(rung => rung.Id, rung => rung.ToString());
        Assert.All(seen, known => Assert.Equal(known.Value, now.GetValueOrDefault(known.Key)));
        foreach (var (id, text) in now)
            seen[id] = text;
        (Raised, Skipped) = (rungs.Count(rung => rung.State == RungState.Raised), rungs.Count(rung => rung.State == RungState.Skipped));

        var stored = (await store.RowsAsync("SELECT \"Id\", \"Raised\" FROM deadlines WHERE \"Raised\" IS NOT NULL")).ToDictionary(row => Key(row[0]), row => Store.TextOf(row[1]));
        Assert.Equal(stored.Keys.Order(StringComparer.Ordinal), rungs.Select(rung => rung.Deadline).Distinct().Order(StringComparer.Ordinal));
        foreach (var line in rungs.GroupBy(rung => rung.Deadline))
        {
            Assert.Equal(line.Select(rung => (rung.Arming, rung.Level)).Distinct().Count(), line.Count());
            Assert.Equal(line.OrderBy(rung => rung.Level).Select(rung => rung.Id), line.OrderBy(rung => rung.SettledAt, StringComparer.Ordinal).ThenBy(rung => rung.Level).Select(rung => rung.Id));
            Assert.Equal(stored[line.Key], $"{line.Max(rung => rung.Level)}");
            Assert.Equal(RungState.Raised, line.MaxBy(rung => rung.Level)!.State);
        }

        await CheckSayingsAsync(store, rungs);
    }

    private static async Task CheckSayingsAsync(Store store, List<Row> rungs)
    {
        var raised = rungs.Where(rung => rung.State == RungState.Raised).Select(rung => rung.Id).Order(StringComparer.Ordinal).ToList();
        var entries = (await store.RowsAsync("SELECT \"Text\" FROM audit_entries WHERE \"Act\" = 'RaiseRung'")).Select(row => JsonDocument.Parse(Store.TextOf(row[0])).RootElement.GetProperty("what")).ToList();
        Assert.Equal(raised, entries.Select(what => what.GetProperty("rungId").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(rungs.Count(rung => rung.State == RungState.Skipped), entries.Sum(what => what.GetProperty("skipped").GetArrayLength()));
        var told = (await store.RowsAsync("SELECT DISTINCT \"RungId\" FROM notices")).Select(row => Key(row[0])).Order(StringComparer.Ordinal);
        Assert.Equal(rungs.Where(rung => rung is { State: RungState.Raised, Level: not RungLevel.Listed }).Select(rung => rung.Id).Order(StringComparer.Ordinal), told);
        Assert.Equal(0, await store.NumberAsync("SELECT count(*) FROM (SELECT 1 FROM notices GROUP BY \"RungId\", \"PersonId\" HAVING count(*) > 1) AS twice"));
    }

    private static string Key(object? id) => Store.TextOf(id).ToLowerInvariant();

    private sealed record Row(string Id, string Deadline, int Arming, RungLevel Level, RungState State, string SettledAt);
}
