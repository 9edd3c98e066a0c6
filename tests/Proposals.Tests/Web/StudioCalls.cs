using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Proposals.Tests.Web;

/// <summary>The calls that Studio makes, as its page makes them.</summary>
internal static class StudioCalls
{
    public const string Definitions = "/elsa/api/workflow-definitions";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<JsonObject> ModelAsync(HttpClient client, string definitionId = "proposal-handling") =>
        await client.GetFromJsonAsync<JsonObject>($"{Definitions}/by-definition-id/{definitionId}?versionOptions=Latest", Cancel) ?? throw new InvalidOperationException("No answer.");

    public static async Task<HttpResponseMessage> SaveAsync(HttpClient client, JsonObject model, bool publish = false)
    {
        using var call = Own(HttpMethod.Post, Definitions);
        call.Content = JsonContent.Create(new JsonObject { ["model"] = model, ["publish"] = publish });
        await call.Content.LoadIntoBufferAsync(Cancel);
        return await client.SendAsync(call, Cancel);
    }

    public static HttpRequestMessage Own(HttpMethod method, string address, string site = "same-origin")
    {
        var call = new HttpRequestMessage(method, address);
        call.Headers.Add("Sec-Fetch-Site", site);
        return call;
    }

    public static async Task<string> SentencesAsync(HttpResponseMessage answer) =>
        string.Join('\n', (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["errors"]!["generalErrors"]!.AsArray().Select(sentence => sentence!.GetValue<string>()));
}
