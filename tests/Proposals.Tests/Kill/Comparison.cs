using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Proposals.Tests.Kill;

/// <summary>Holds what the database has against what the product has said: all that was acknowledged, once; all that was not, whole or not at all.</summary>
internal sealed class Comparison(Calm calm, CaseRows rows)
{
    private const string Case = "case:";

    /// <param name="store">The database of a product that runs no more.</param>
    /// <param name="all">Every story ever begun on it.</param>
    /// <param name="look">Those whose rows are read and compared; the others have not been touched since.</param>
    /// <param name="unanswered">Those whose last form was sent and not answered.</param>
    /// <returns>Of the forms that were not answered, how many were done.</returns>
    public async Task<int> CheckAsync(Store store, IReadOnlyList<Story> all, IReadOnlyList<Story> look, IReadOnlyList<Story> unanswered)
    {
        await IntactAsync(store);
        var there = await KeysAsync(store);
        var cases = new Dictionary<Guid, Story>();
        foreach (var story in all)
        {
            foreach (var (key, done) in story.Acknowledged)
                Assert.True(there.ContainsKey(key), $"Form {done + 1} of {story.Number} ({story.Plan.Name}) was acknowledged and is gone.");
            if (IdOf(story, there) is { } id)
                cases.Add(id, story);
        }

        var known = all.SelectMany(story => story.Acknowledged.Keys.Append(story.Unknown?.Key ?? Guid.Empty)).ToHashSet();
        Assert.All(there.Keys, key => Assert.Contains(key, known));
        Assert.Equal(cases.Count, await store.NumberAsync("SELECT count(*) FROM cases"));
        Assert.Equal(cases.Count, await store.NumberAsync("SELECT count(*) FROM audit_heads WHERE \"Subject\" LIKE 'case:%'"));
        await LooksAsync(store, cases, look, there);
        await OutboxAsync(store, all, there);
        await FilesAsync(store);
        await DraftsAsync(store);
        Assert.Empty(await store.RowsAsync("SELECT \"DocumentNumber\" FROM replies WHERE \"DocumentNumber\" IS NOT NULL GROUP BY \"DocumentNumber\" HAVING count(*) > 1"));
        return unanswered.Count(story => story.Unknown is { } attempt && there.ContainsKey(attempt.Key));
    }

    private static Guid? IdOf(Story story, IReadOnlyDictionary<Guid, string> there) =>
        story.CaseId?.Value ?? (story.Unknown is { } attempt && there.TryGetValue(attempt.Key, out var subject) ? Guid.Parse(subject[Case.Length..]) : null);

    private static async Task IntactAsync(Store store)
    {
        if (Store.IsPostgres)
            return;
        Assert.Equal("ok", (await store.RowsAsync("PRAGMA integrity_check"))[0][0]);
        Assert.Empty(await store.RowsAsync("PRAGMA foreign_key_check"));
    }

    /// <returns>Whose chain the entry with each key stands in. No key stands twice.</returns>
    private static async Task<IReadOnlyDictionary<Guid, string>> KeysAsync(Store store)
    {
        var keys = new Dictionary<Guid, string>();
        foreach (var row in await store.RowsAsync("SELECT \"IdempotencyKey\", \"Subject\" FROM audit_entries WHERE \"IdempotencyKey\" IS NOT NULL"))
            Assert.True(keys.TryAdd(Guid.Parse(Store.TextOf(row[0])), Store.TextOf(row[1])), $"One form was done twice: {row[0]}.");
        return keys;
    }

    private async Task LooksAsync(Store store, Dictionary<Guid, Story> cases, IReadOnlyList<Story> look, IReadOnlyDictionary<Guid, string> there)
    {
        var looked = cases.Where(pair => look.Contains(pair.Value)).ToDictionary();
        var read = await rows.ReadAsync(store, looked.ToDictionary(pair => pair.Key, pair => pair.Value.Number));
        foreach (var (id, story) in looked)
        {
            var owed = story.Owed(there.ContainsKey);
            var (expected, found) = (calm[story.Plan, owed].Rows.ToList(), read[id].ToList());
            var beyond = found.Where(row => !expected.Remove(row)).ToList();
            Assert.True(expected.Count == 0 && beyond.Count == 0,
                $"{story.Number} ({story.Plan.Name}) is half done after form {owed}.\nlacks:\n{string.Join('\n', expected)}\nhas beyond:\n{string.Join('\n', beyond)}");
            await ChainAsync(store, id);
        }
    }

    /// <summary>Numbers without a gap, each hash over the entry before and the text, the head at the end.</summary>
    private static async Task ChainAsync(Store store, Guid id)
    {
        var (number, previous) = (0, new string('0', 64));
        foreach (var entry in await store.RowsAsync($"SELECT \"Number\", \"PreviousHash\", \"Text\", \"Hash\" FROM audit_entries WHERE \"Subject\" = '{Case}{id}' ORDER BY \"Number\""))
        {
            Assert.Equal(++number, Convert.ToInt32(entry[0], CultureInfo.InvariantCulture));
            Assert.Equal(previous, entry[1]);
            previous = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + "\n" + entry[2])));
            Assert.Equal(previous, entry[3]);
        }

        var head = Assert.Single(await store.RowsAsync($"SELECT \"Number\", \"Hash\" FROM audit_heads WHERE \"Subject\" = '{Case}{id}'"));
        Assert.Equal((number, previous), (Convert.ToInt32(head[0], CultureInfo.InvariantCulture), head[1]));
    }

    /// <summary>Everything that the acts in the chains owe to people, and nothing else.</summary>
    private async Task OutboxAsync(Store store, IReadOnlyList<Story> all, IReadOnlyDictionary<Guid, string> there)
    {
        var owed = all.SelectMany(story => calm[story.Plan, story.Owed(there.ContainsKey)].Outbox).GroupBy(sent => sent.Key)
            .Select(same => $"{same.Sum(sent => sent.Value)} x {same.Key}").Order(StringComparer.Ordinal);
        var found = (await Calm.OutboxAsync(store, rows)).Select(sent => $"{sent.Value} x {sent.Key}").Order(StringComparer.Ordinal);
        Assert.Equal(owed, found);
    }

    /// <summary>What was typed so far, of cases that are there; it may outlive its act, never be half of itself.</summary>
    private static async Task DraftsAsync(Store store)
    {
        foreach (var draft in await store.RowsAsync("SELECT d.\"Fields\", c.\"CaseNumber\" FROM form_drafts d LEFT JOIN cases c ON c.\"Id\" = d.\"CaseId\""))
        {
            Assert.NotNull(draft[1]);
            Assert.Contains("Input.Body", Assert.IsType<JsonObject>(JsonNode.Parse(Store.TextOf(draft[0]))).Select(field => field.Key));
        }
    }

    /// <summary>A picture whose form was never answered may lie there unattached, but whole.</summary>
    private static async Task FilesAsync(Store store)
    {
        Assert.Equal(0, await store.NumberAsync("SELECT count(*) FROM file_contents c WHERE NOT EXISTS (SELECT 1 FROM files f WHERE f.\"ContentId\" = c.\"Id\")"));
        foreach (var file in await store.RowsAsync("SELECT f.\"Name\", f.\"Size\", f.\"Sha256\", c.\"Bytes\" FROM files f LEFT JOIN file_contents c ON c.\"Id\" = f.\"ContentId\""))
        {
            var bytes = Assert.IsType<byte[]>(file[3]);
            Assert.Equal((Convert.ToInt32(file[1], CultureInfo.InvariantCulture), file[2]), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }
    }
}
