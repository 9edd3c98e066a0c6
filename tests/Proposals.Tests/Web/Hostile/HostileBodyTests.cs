using System.Text;
using System.Text.Json.Nodes;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web.Hostile;

/// <summary>A workflow as Studio sends it, in which one text at a time was turned; and bodies that are no workflow at all.</summary>
public sealed class HostileBodyTests
{
    private static readonly int Few = TestDatabase.PostgresServer is null ? 40 : 10;

    private const int Seed = 20261123;

    private static readonly string[] NoWorkflows =
    [
        "", "null", "[]", "\"\"", "0", "{", "{\"model\":null}", "{\"model\":[]}", "{\"model\":{\"root\":0}}", "{\"model\":{\"root\":{}}}", "{\"publish\":\"yes\"}",
        "{\"model\":{\"root\":{\"type\":\"\\ud800\"}}}", "{\"a\":1,\"a\":2}", "\u0000", "{\"model\":{\"definitionId\":{\"a\":[]},\"root\":{}}}",
        string.Concat(Enumerable.Repeat("{\"model\":", 5000)), string.Concat(Enumerable.Repeat("[", 100_000)), "{\"model\":{\"root\":" + string.Concat(Enumerable.Repeat("{\"body\":", 2000)) + "{}" + new string('}', 2002),
    ];

    [Fact]
    public async Task No_text_of_a_drawn_workflow_breaks_the_shelf()
    {
        var watch = new Watch(takesActsBack: true);
        await using var office = await watch.OpenAsync();
        using var visitors = new Visitors(office, watch);
        using var admin = await office.AsAsync("zhouyiming");
        var model = await StudioCalls.ModelAsync(admin);
        var random = new Random(Seed);
        var pairs = Texts(model, "").SelectMany(path => NastyValue.All.Append(new NastyValue("half a sign", "甲\\ud83d")).Select(value => (path, value))).ToArray();
        random.Shuffle(pairs);
        var taken = 0;
        // Met in every count: what JSON writes as an escape, where a look at the written text does not see it; and what PostgreSQL cannot even be asked for.
        var always = pairs.Where(pair => pair is { value.Name: "invisible", path: "/name" or "/description" } or { value.Name: "NUL", path: "/definitionId" });
        foreach (var (path, value) in pairs.Take(Soak.Count(Few)).Union(always))
        {
            var turned = (JsonObject)model.DeepClone();
            var body = new JsonObject { ["model"] = turned, ["publish"] = false };
            Turn(turned, path, value.Text);
            var text = body.ToJsonString().Replace("\\\\ud83d", "\\ud83d", StringComparison.Ordinal);
            if (await visitors.TryAsync($"{path} = {value.Name}", () => SendAsync(admin, Encoding.UTF8.GetBytes(text))))
                taken++;
        }

        foreach (var text in NoWorkflows)
            await visitors.TryAsync($"body {text[..Math.Min(40, text.Length)]}", () => SendAsync(admin, Encoding.UTF8.GetBytes(text)));
        byte[][] noTexts = [[0x7B, 0xC3, 0x28], [0xFF, 0xFE, 0x7B, 0x00, 0xC3, 0x28]];
        foreach (var bytes in noTexts)
            await visitors.TryAsync($"body {Convert.ToHexString(bytes)}", () => SendAsync(admin, bytes));
        visitors.NothingWentWrong();
        Assert.InRange(taken, 1, int.MaxValue);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] body)
    {
        using var call = StudioCalls.Own(HttpMethod.Post, StudioCalls.Definitions);
        call.Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } };
        return await client.SendAsync(call, TestContext.Current.CancellationToken);
    }

    /// <summary>Paths of all texts, and of the names that lead to them.</summary>
    private static IEnumerable<string> Texts(JsonNode? node, string path) => node switch
    {
        JsonObject mapping => mapping.SelectMany(pair => Texts(pair.Value, $"{path}/{pair.Key}")),
        JsonArray list => list.SelectMany((item, index) => Texts(item, $"{path}/{index}")),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [path],
        _ => [],
    };

    private static void Turn(JsonObject model, string path, string text)
    {
        var names = path.Split('/')[1..];
        JsonNode at = model;
        foreach (var name in names[..^1])
            at = (at is JsonArray list ? list[int.Parse(name)] : at[name]) ?? throw new InvalidOperationException($"{path} leads nowhere.");
        if (at is JsonArray items)
            items[int.Parse(names[^1])] = text;
        else
            at[names[^1]] = text;
    }
}
