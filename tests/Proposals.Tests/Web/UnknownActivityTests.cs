using System.Net;
using System.Text.Json.Nodes;
using Proposals.Tests.Scenes;
using static Proposals.Tests.Web.StudioCalls;

namespace Proposals.Tests.Web;

/// <summary>A definition drawn elsewhere may hold activities that nobody here knows.</summary>
public sealed class UnknownActivityTests
{
    private const string Export = Definitions + "/drawn-elsewhere/export";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Studio_is_given_a_placeholder_that_it_can_draw_and_its_lines_are_put_aside()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var root = await DrawnElsewhereAsync(admin);

        var mail = root["activities"]![1]!;
        Assert.Equal(("Elsa.NotFoundActivity", "Acme.SendMail", "mail", "未识别：Acme.SendMail"), (Word(mail, "type"), Word(mail, "missingTypeName"), Word(mail, "id"), Word(mail["metadata"]!, "displayText")));
        Assert.Equal("各位代表", JsonNode.Parse(Word(mail, "originalActivityJson"))!["to"]!["expression"]!["value"]!.GetValue<string>());
        Assert.Equal("Elsa.NotFoundActivity", Word(root["activities"]![2]!["then"]!, "type"));
        Assert.Equal(["start"], root["connections"]!.AsArray().Select(line => Word(line!["source"]!, "activity")));
        Assert.Equal(["Sent", "Bounced"], root["customProperties"]!["notFoundConnections"]!.AsArray().Select(line => Word(line!["source"]!, "port")));
        Assert.Contains("Elsa.NotFoundActivity", await admin.GetStringAsync("/elsa/api/descriptors/activities", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opened_and_saved_it_stays_the_same_text()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        await DrawnElsewhereAsync(admin);
        var before = await admin.GetStringAsync(Export, Cancel);
        Assert.Contains("\"type\": \"Acme.SendMail\"", before, StringComparison.Ordinal);

        var model = await ModelAsync(admin, "drawn-elsewhere");
        var activities = model["root"]!["activities"]!.AsArray();
        foreach (var activity in activities)
            activity!["metadata"]!["designer"]!["size"] = new JsonObject { ["width"] = 128.5, ["height"] = 54 };
        var touched = activities[1]!.DeepClone();
        activities.RemoveAt(1);
        activities.Add(touched);
        Assert.Equal("", Word(model, "description"));
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(admin, model)).StatusCode);
        Assert.Equal(before, await admin.GetStringAsync(Export, Cancel));
    }

    [Fact]
    public async Task Removed_in_Studio_it_takes_its_lines_with_it()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        await DrawnElsewhereAsync(admin);
        var model = await ModelAsync(admin, "drawn-elsewhere");
        model["root"]!["activities"]!.AsArray().RemoveAt(1);
        model["root"]!["connections"] = new JsonArray();
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(admin, model)).StatusCode);
        var root = (await ModelAsync(admin, "drawn-elsewhere"))["root"]!;
        Assert.Equal(["start", "ask", "end"], root["activities"]!.AsArray().Select(activity => Word(activity!, "id")));
        Assert.Empty(root["connections"]!.AsArray());
        Assert.False(root["customProperties"]!.AsObject().ContainsKey("notFoundConnections"));
    }

    private static async Task<JsonNode> DrawnElsewhereAsync(HttpClient admin)
    {
        var model = JsonNode.Parse(
            """
            {
              "definitionId": "drawn-elsewhere", "name": "别处画的",
              "root": {
                "id": "flow", "type": "Elsa.Flowchart", "version": 1,
                "activities": [
                  { "id": "start", "type": "Elsa.Start", "metadata": { "designer": { "position": { "x": 0, "y": 0 } } } },
                  {
                    "id": "mail", "type": "Acme.SendMail", "version": 3, "name": "发信", "to": { "typeName": "String", "expression": { "type": "Literal", "value": "各位代表" } },
                    "body": { "id": "inner", "type": "Acme.Text" }, "setting": null,
                    "metadata": { "designer": { "position": { "x": 200, "y": 0 } }, "colour": "red" }
                  },
                  { "id": "ask", "type": "Elsa.If", "then": { "id": "deep", "type": "Acme.Deep" }, "metadata": { "designer": { "position": { "x": 400, "y": 0 } } } },
                  { "id": "end", "type": "Elsa.End", "metadata": { "designer": { "position": { "x": 600, "y": 0 } } } }
                ],
                "connections": [
                  { "source": { "activity": "mail", "port": "Sent" }, "target": { "activity": "ask", "port": "In" } },
                  { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "mail", "port": "In" } },
                  { "source": { "activity": "mail", "port": "Bounced" }, "target": { "activity": "end", "port": "In" } }
                ]
              }
            }
            """)!.AsObject();
        var answer = await SaveAsync(admin, model);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return (await ModelAsync(admin, "drawn-elsewhere"))["root"] ?? throw new InvalidOperationException("No root.");
    }

    private static string Word(JsonNode node, string name) => node[name]?.ToString() ?? "";
}
