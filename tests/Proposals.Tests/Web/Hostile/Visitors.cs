using System.Diagnostics;
using System.Net;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web.Hostile;

/// <summary>Sends what it is given as whoever may open the page, and keeps what went wrong.</summary>
internal sealed class Visitors(Office office, Watch watch) : IDisposable
{
    /// <summary>Two cores that others work on too; alone none takes a tenth of it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private readonly Dictionary<string, HttpClient> clients = [];

    public List<string> Complaints { get; } = [];

    public int Sent { get; private set; }

    public async Task<HttpClient> ForAsync(PermissionRow row)
    {
        var person = row.By ?? (row.Permission == PermissionRow.Anonymous ? "" : PermissionTable.Holders[row.Permission].Inside);

        // Signing out ends the session of whoever is sent there.
        var key = row.Route == "sign-out" ? $"{person}, who leaves" : person;
        if (!clients.TryGetValue(key, out var client))
            clients[key] = client = person.Length == 0 ? office.Stranger() : await office.AsAsync(person);
        return client;
    }

    /// <returns>Whether an act was about to be kept; null where nothing was answered.</returns>
    public async Task<bool> TryAsync(string what, Func<Task<HttpResponseMessage>> send)
    {
        watch.ActsSince();
        var clock = Stopwatch.StartNew();
        Sent++;
        try
        {
            using var answer = await send();
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var acted = watch.ActsSince() > 0;
            if ((int)answer.StatusCode >= 500)
                Complaints.Add($"{what}: answered {(int)answer.StatusCode}");
            if (acted && answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
                Complaints.Add($"{what}: refused with {(int)answer.StatusCode}, and yet an act was done");
            if (clock.Elapsed > Longest)
                Complaints.Add($"{what}: answered after {clock.Elapsed.TotalSeconds:0.0} s");
            Complaints.AddRange(watch.SeenSince().Select(line => $"{what}: {line}"));
            return acted;
        }
        catch (Exception broken) when (broken is HttpRequestException or InvalidOperationException or IOException)
        {
            Complaints.Add($"{what}: {broken.GetType().Name}: {broken.Message}");
            return false;
        }
    }

    public void NothingWentWrong() => Assert.True(Complaints.Count == 0, $"{Complaints.Count} of {Sent}:\n{string.Join('\n', Complaints.Take(200))}");

    public void Dispose()
    {
        foreach (var client in clients.Values)
            client.Dispose();
    }
}
