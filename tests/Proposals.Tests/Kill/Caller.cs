using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Proposals.Handling;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Kill;

/// <summary>One client of the load, with one connection of its own. It speaks for whoever's turn it is: people's cookies outlive the product's restarts.</summary>
internal sealed partial class Caller : IDisposable
{
    private const string Busy = "系统正忙";

    private readonly IReadOnlyDictionary<string, CookieContainer> cookies;
    private readonly HttpClient http;
    private int asking;

    /// <param name="cookies">Of each person who is signed in, by user name; all clients share them, as the windows of a browser do.</param>
    public Caller(IReadOnlyDictionary<string, CookieContainer> cookies)
    {
        this.cookies = cookies;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 1, ConnectCallback = ConnectAsync });
    }

    /// <summary>The connection in use; null before the first request.</summary>
    public Wire? Wire { get; private set; }

    public bool IsAsking => Volatile.Read(ref asking) > 0;

    /// <summary>Everybody of the stories.</summary>
    public static async Task SignInAsync(Uri product, Dictionary<string, CookieContainer> cookies)
    {
        foreach (var who in Plans.People)
        {
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
            using var client = new HttpClient(handler) { BaseAddress = product };
            var answer = await Office.PostAsync(client, "/sign-in", new() { ["userName"] = who }, "/sign-in?handler=Demo");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            cookies[who] = handler.CookieContainer;
        }
    }

    /// <summary>Opens the form of a story's next deed as its person sees it, and fills it in.</summary>
    public async Task<Attempt> OpenAsync(Uri product, Story story, CancellationToken cancellationToken)
    {
        var deed = story.Next;
        var address = story.AddressOf(deed);
        return new Attempt(deed, address, deed.Fill(PaperForm.Read(await LookAsync(product, deed.Who, address, cancellationToken)), story));
    }

    public async Task<string> LookAsync(Uri product, string who, string address, CancellationToken cancellationToken)
    {
        var (status, page, _) = await AskAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(product, address)), who, cancellationToken);
        Assert.True(status == HttpStatusCode.OK, $"{who} opened {address} and got {(int)status}:\n{page}");
        return page;
    }

    /// <summary>Sends a form, for the first time or again.</summary>
    /// <returns>The case, or null where the product asked to try again later; then nothing was done.</returns>
    public async Task<CaseId?> SendAsync(Uri product, Attempt attempt, CancellationToken cancellationToken)
    {
        var (status, page, location) = await AskAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(product, attempt.Address)) { Content = attempt.Form.Content() }, attempt.Deed.Who, cancellationToken);
        if (status == HttpStatusCode.Redirect && CaseId.TryParse(location?.Split('/')[^1], null, out var id))
            return id;
        var told = Told().Match(page).Groups["what"].Value;
        Assert.True(status == HttpStatusCode.OK && told.Contains(Busy, StringComparison.Ordinal), $"{attempt.Deed.Who} sent {attempt.Address} and got {(int)status} {location}: {(told.Length > 0 ? told : page)}");
        return null;
    }

    /// <summary>As the page's script does while the form is typed.</summary>
    public async Task KeepDraftAsync(Uri product, Attempt attempt, CancellationToken cancellationToken)
    {
        var (status, page, _) = await AskAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(product, $"{attempt.Address}?handler=Draft")) { Content = attempt.Form.Content() }, attempt.Deed.Who, cancellationToken);
        Assert.True(status == HttpStatusCode.OK, $"{attempt.Deed.Who} kept a draft of {attempt.Address} and got {(int)status}:\n{page}");
    }

    public void Dispose() => http.Dispose();

    private async Task<(HttpStatusCode Status, string Page, string? Location)> AskAsync(HttpRequestMessage request, string who, CancellationToken cancellationToken)
    {
        using (request)
        {
            var (own, address) = (cookies[who], request.RequestUri ?? throw new InvalidOperationException("A request goes somewhere."));
            request.Headers.Add("Cookie", own.GetCookieHeader(address));
            Interlocked.Increment(ref asking);
            try
            {
                using var answer = await http.SendAsync(request, cancellationToken);
                foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                    own.SetCookies(address, cookie);
                return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken), answer.Headers.Location?.OriginalString);
            }
            finally
            {
                Interlocked.Decrement(ref asking);
            }
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return Wire = new Wire(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [GeneratedRegex("refusal-what\">(?<what>[^<]+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Told();
}
