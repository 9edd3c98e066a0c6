using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Proposals.Tests.Scenes;
using Proposals.Web.Edition;

namespace Proposals.Tests.Edition;

/// <summary>Calls as a job server does: at least once, in any order, late; what is not answered it tries again, signed anew.</summary>
internal sealed class JobServer(HttpClient client, TimeProvider clock, string secret)
{
    public const string Secret = "a secret that both sides were given";

    public async Task<IReadOnlyList<Guid>> SweepAsync()
    {
        using var answer = await PostAsync(EditionEndpoints.SweepAddress, new { about = "sweep", wakeId = Guid.NewGuid() });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return [.. json.GetProperty("rungs").EnumerateArray().Select(rung => rung.GetGuid())];
    }

    public async Task<string> RaiseAsync(Guid rung)
    {
        using var answer = await PostAsync(EditionEndpoints.RaiseAddress, new { about = "raise-rung", callId = Guid.NewGuid(), rungId = rung });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("state").GetString() ?? "";
    }

    public Task<HttpResponseMessage> PostAsync(string address, object body, TimeSpan signedAhead = default) => SendAsync(Sign(address, JsonSerializer.Serialize(body), signedAhead));

    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> message)
    {
        using var request = message();
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <returns>The same bytes each time, as whoever has listened could send them again.</returns>
    public Func<HttpRequestMessage> Sign(string address, string body, TimeSpan signedAhead = default)
    {
        var timestamp = (clock.GetUtcNow() + signedAhead).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return () => new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { MessageDoor.TimestampHeader, timestamp },
                { MessageDoor.SignatureHeader, MessageDoor.SignatureOf(secret, timestamp, Encoding.UTF8.GetBytes(body)) },
            },
        };
    }
}
