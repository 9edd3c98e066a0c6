using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Scenes;
using static Proposals.Tests.Web.StudioCalls;

namespace Proposals.Tests.Web;

/// <summary>What Elsa Studio asks, asked without it.</summary>
public sealed class ElsaApiTests
{
    private const string Export = Definitions + "/proposal-handling/export";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_only_Studio_adds_moves_or_drops_is_no_change()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var model = await ModelAsync(admin);
        var before = await admin.GetStringAsync(Export, Cancel);
        model.Remove("isSystem");
        model["options"]!["commitStrategyName"] = null;
        var activities = (JsonArray)model["root"]!["activities"]!;
        foreach (var activity in activities)
            activity!["metadata"]!["designer"]!["size"] = new JsonObject { ["width"] = 128.265625, ["height"] = 54 };
        var touched = activities[5]!.DeepClone();
        touched["term"]!["memoryReference"] = null;
        activities.RemoveAt(5);
        activities.Add(touched);

        var answer = await SaveAsync(admin, model);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, await admin.GetStringAsync(Export, Cancel));
        Assert.True((await ModelAsync(admin))["isPublished"]!.GetValue<bool>(), "An unchanged save must not open a draft.");
    }

    [Fact]
    public async Task A_term_that_was_drawn_is_in_the_draft_and_the_published_version_stays()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var model = await ModelAsync(admin);
        model["root"]!["activities"]![1]!["term"] = JsonNode.Parse("""{ "typeName": null, "expression": { "type": "Literal", "value": "9wd" }, "memoryReference": null }""");
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(admin, model)).StatusCode);

        var draft = await ModelAsync(admin);
        Assert.Equal(2, draft["version"]!.GetValue<int>());
        Assert.Equal("""{"typeName":"String","expression":{"type":"Literal","value":"9wd"}}""", draft["root"]!["activities"]![1]!["term"]!.ToJsonString());
        var published = await admin.GetFromJsonAsync<JsonObject>(Definitions + "/by-definition-id/proposal-handling?versionOptions=Published", Cancel);
        Assert.Equal(1, published!["version"]!.GetValue<int>());
        Assert.DoesNotContain("9wd", await admin.GetStringAsync(Export + "?versionOptions=1", Cancel), StringComparison.Ordinal);
        Assert.Contains("9wd", await admin.GetStringAsync(Export, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_from_Studio_is_refused_with_a_sentence()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var answer = await SaveAsync(admin, await ModelAsync(admin), publish: true);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("流程由办公室主任发布", await SentencesAsync(answer), StringComparison.Ordinal);

        using var forbidden = Own(HttpMethod.Post, Definitions + "/proposal-handling/publish");
        Assert.Contains("您的职责不包括这项操作", await SentencesAsync(await admin.SendAsync(forbidden, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_from_elsewhere_changes_nothing_whatever_cookie_it_carries()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        foreach (var site in new[] { "cross-site", "same-site", "none" })
        {
            using var call = Own(HttpMethod.Post, Definitions, site);
            call.Content = JsonContent.Create(new JsonObject { ["model"] = await ModelAsync(admin), ["publish"] = false });
            Assert.Contains("只接受本产品页面发出的修改", await SentencesAsync(await admin.SendAsync(call, Cancel)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_only_publishes_is_shown_a_definition_without_the_link_that_lets_Studio_edit()
    {
        await using var office = await Office.OpenAsync();
        using var director = await office.AsAsync("yumin");
        var shown = await ModelAsync(director);
        Assert.True(shown["isReadonly"]!.GetValue<bool>());
        Assert.DoesNotContain("publish", shown["links"]!.AsArray().Select(link => link!["rel"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("zh-CN", "签收登记", "办理步骤", "已签收", "由谁办理")]
    [InlineData("en", "Receipt", "Office steps", "Received", "Who")]
    public async Task The_palette_speaks_the_readers_language(string language, string name, string category, string port, string input)
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var step = await admin.GetFromJsonAsync<JsonObject>($"/elsa/api/descriptors/activities/Proposals.Receive?culture={language}", Cancel);
        Assert.Equal(name, step!["displayName"]!.GetValue<string>());
        Assert.Equal(category, step["category"]!.GetValue<string>());
        Assert.Equal(port, step["ports"]![0]!["displayName"]!.GetValue<string>());
        Assert.Equal(input, step["inputs"]![0]!["displayName"]!.GetValue<string>());
        Assert.Equal("dropdown", step["inputs"]![0]!["uiHint"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{ nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "model": { "definitionId": "odd", "name": "x", "root": 7 } }""")]
    public async Task What_makes_no_sense_is_refused_and_never_fails(string body)
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        using var call = Own(HttpMethod.Post, Definitions);
        call.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await admin.SendAsync(call, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(await SentencesAsync(answer));
    }

    [Fact]
    public async Task Whoever_must_choose_a_password_first_is_refused_with_a_sentence()
    {
        await using var office = await Office.OpenAsync();
        await office.ReadAsync(db => db.Users.Where(person => person.UserName == "zhouyiming").ExecuteUpdateAsync(set => set.SetProperty(person => person.MustChangePassword, true)));
        using var admin = await office.AsAsync("zhouyiming");
        foreach (var call in new[] { Own(HttpMethod.Get, Export), Own(HttpMethod.Post, Definitions), Own(HttpMethod.Get, "/elsa/api/no-such-thing") })
        {
            var answer = await admin.SendAsync(call, Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("请先修改密码，然后再继续。", await SentencesAsync(answer));
        }
    }

    [Fact]
    public async Task The_editor_of_scripts_knows_the_variables_of_the_definition()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var model = await ModelAsync(admin);
        model["variables"] = JsonNode.Parse("""[{ "id": "v1", "name": "Visits", "typeName": "Int32" }, { "id": "v2", "name": "代表", "typeName": "String", "isArray": true }, { "id": "v3", "name": "no name" }]""");
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(admin, model)).StatusCode);

        using var call = Own(HttpMethod.Post, "/elsa/api/scripting/javascript/type-definitions/proposal-handling");
        var answer = await admin.SendAsync(call, Cancel);
        Assert.Equal("application/x-typescript", answer.Content.Headers.ContentType?.MediaType);
        var types = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("declare function getVisits(): number;\ndeclare function setVisits(value: number): void;\n", types, StringComparison.Ordinal);
        Assert.EndsWith("declare const variables: { Visits: number; 代表: string[]; };\n", types, StringComparison.Ordinal);
    }
}
