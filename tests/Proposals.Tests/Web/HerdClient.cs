using System.Net;
using System.Text.RegularExpressions;
using Proposals.Handling;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

internal enum Answered
{
    Done,

    /// <summary>Somebody else's act came first.</summary>
    Overtaken,
}

/// <summary>One browser of a crowd: signed in, with its own cookies and its own connection. What it is told to try again it tries again.</summary>
internal sealed partial class HerdClient : IDisposable
{
    /// <summary>A crowd is told to try again now and then; whoever is told so for ever is stuck.</summary>
    private const int MostTries = 20;

    private readonly HttpClient http;
    private string token = "";

    private HerdClient(Uri address) => http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = address };

    public static async Task<HerdClient> SignInAsync(Uri address, string userName)
    {
        var client = new HerdClient(address);
        var answer = await Office.PostAsync(client.http, "/sign-in", new() { ["userName"] = userName }, "/sign-in?handler=Demo");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        client.token = Office.TokenOf(await client.http.GetStringAsync("/cases/register", TestContext.Current.CancellationToken));
        return client;
    }

    /// <returns>The new case's id.</returns>
    public async Task<CaseId> RegisterAsync(string number, DateOnly today)
    {
        var key = Guid.NewGuid();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var answer = await Office.PostAsync(http, "/cases/register", token, new()
            {
                ["Seal.Key"] = key.ToString(),
                ["Input.Kind"] = "CppccProposal",
                ["Input.CaseNumber"] = number,
                ["Input.Subject"] = "关于夜间停车的提案",
                ["Input.LeadName"] = "陈启明",
                ["Input.AssigningBody"] = "区政协提案委",
                ["Input.AssignedOn"] = today.ToString("yyyy-MM-dd"),
                ["Input.IsNotClassified"] = "true",
                ["Input.TermNumber"] = "15",
                ["Input.SessionNumber"] = "5",
            });
            if (answer.StatusCode == HttpStatusCode.Redirect && CaseId.TryParse(answer.Headers.Location?.OriginalString.Split('/')[^1], null, out var id))
                return id;
            await ToldAsync(answer, "系统正忙");
        }

        throw new TimeoutException($"Registering {number} was told to try again {MostTries} times.");
    }

    /// <summary>Sends the form without ever having seen it: nothing is earlier than this.</summary>
    public async Task<Answered> ReceiveAsync(CaseId id, int revision, DateOnly today)
    {
        var key = Guid.NewGuid();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var answer = await Office.PostAsync(http, $"/cases/{id}/receive", token, new()
            {
                ["Seal.Key"] = key.ToString(),
                ["Seal.Revision"] = $"{revision}",
                ["OnBehalf.OccurredOn"] = today.ToString("yyyy-MM-dd"),
            });
            if (answer.StatusCode == HttpStatusCode.Redirect)
                return Answered.Done;
            if ((await ToldAsync(answer, "系统正忙", "您的操作没有生效")).Contains("刚刚由", StringComparison.Ordinal))
                return Answered.Overtaken;
        }

        throw new TimeoutException($"Receiving {id} was told to try again {MostTries} times.");
    }

    /// <summary>Every case whose receipt lies in this person's inbox, on its first page.</summary>
    public async Task<IReadOnlyList<CaseId>> InboxAsync()
    {
        var html = await http.GetStringAsync("/inbox", TestContext.Current.CancellationToken);
        return [.. Receipt().Matches(html).Select(match => CaseId.From(Guid.Parse(match.Groups["id"].ValueSpan))).Distinct()];
    }

    /// <summary>Waits for the bell's next ring.</summary>
    public async Task ListenAsync(Func<Task<bool>> rang, CancellationToken cancellationToken)
    {
        await using var stream = await http.GetStreamAsync("/live", cancellationToken);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal) && await rang())
                return;
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<string> ToldAsync(HttpResponseMessage answer, params string[] expected)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var told = Told().Match(html).Groups["what"].Value;
        Assert.True(answer.StatusCode == HttpStatusCode.OK && expected.Any(part => told.Contains(part, StringComparison.Ordinal)), $"{(int)answer.StatusCode}: {(told.Length > 0 ? told : html)}");
        return told;
    }

    [GeneratedRegex("refusal-what\">(?<what>[^<]+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Told();

    [GeneratedRegex("/cases/(?<id>[0-9a-f-]{36})/receive", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Receipt();
}
