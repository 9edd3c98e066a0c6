using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Designer;
using Proposals.Tests.Scenes;
using Proposals.Web.ElsaApi;
using Proposals.Workflows.Documents;
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
    }

    [Fact]
    public async Task A_stale_tab_writes_over_nothing_but_its_own_saves()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var model = await ModelAsync(admin);
        foreach (var term in new[] { "7wd", "8wd" })
            Assert.Equal(HttpStatusCode.OK, (await SaveAsync(admin, With(model, term))).StatusCode);
        using var back = Own(HttpMethod.Post, Definitions + "/proposal-handling/revert/1");
        Assert.Equal(HttpStatusCode.Created, (await admin.SendAsync(back, Cancel)).StatusCode);
        var answer = await SaveAsync(admin, With(model, "9wd"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("刚刚由周一鸣更新", await SentencesAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_definition_is_a_new_one()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var model = await ModelAsync(admin);
        model.Remove("definitionId");
        model.Remove("id");
        model["name"] = "副本";
        var answer = await SaveAsync(admin, model);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var copy = (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["workflowDefinition"]!;
        Assert.Equal(("副本", 1), (copy["name"]!.GetValue<string>(), copy["version"]!.GetValue<int>()));
        Assert.NotEqual("proposal-handling", copy["definitionId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Chinese_counts_as_it_is_kept_towards_the_largest_size()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var model = await ModelAsync(admin);
        model["root"]!["activities"]![1]!["customProperties"] = new JsonObject { ["note"] = new string('长', 200_000) };
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(admin, model)).StatusCode);
    }

    [Fact]
    public async Task Studio_deletes_only_the_draft_that_its_reader_saved_himself()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        await SaveAsync(admin, With(await ModelAsync(admin), "7wd"));
        var draft = Definitions.Replace("definitions", "definition-versions/", StringComparison.Ordinal) + (await ModelAsync(admin))["id"]!.GetValue<string>();
        var mine = await office.ReadAsync(db => db.WorkflowDefinitions.Where(version => version.IsLatest && version.DefinitionId == PublishedDefinitions.ProposalHandling).Select(version => version.SavedById).SingleAsync());
        await office.ReadAsync(db => db.WorkflowDefinitions.Where(version => version.IsLatest).ExecuteUpdateAsync(set => set.SetProperty(version => version.SavedById, Guid.Empty)));
        using var refused = Own(HttpMethod.Delete, draft);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SendAsync(refused, Cancel)).StatusCode);
        await office.ReadAsync(db => db.WorkflowDefinitions.Where(version => version.IsLatest).ExecuteUpdateAsync(set => set.SetProperty(version => version.SavedById, mine)));
        using var done = Own(HttpMethod.Delete, draft);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(done, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Studios_export_is_the_file_of_the_definitions_page()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        Assert.Equal(await admin.GetStringAsync("/designer/proposal-handling/versions/1/export", Cancel), await admin.GetStringAsync(Export, Cancel));
    }

    [Fact]
    public async Task Every_page_of_Studios_list_knows_what_is_published()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var answer = await admin.GetFromJsonAsync<JsonObject>(Definitions + "?versionOptions=Published&page=1&pageSize=1&definitionIds=proposal-handling", Cancel);
        Assert.Equal("proposal-handling", Assert.Single(answer!["items"]!.AsArray())!["definitionId"]!.GetValue<string>());
    }

    [Fact]
    public void A_variables_types_are_offered_by_the_names_that_are_kept() =>
        Assert.All(JsonSerializer.SerializeToNode(FixedLists.VariableTypes)!["Items"]!.AsArray(), type =>
        {
            var name = type!["TypeName"]!.GetValue<string>();
            Assert.Equal(name, TypeAliases.Canonical(name));
        });

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
    [InlineData("""{ "model": { "definitionId": "odd", "name": "\ud800", "root": { "id": "flow", "type": "Elsa.Flowchart" } } }""")]
    [InlineData("""{ "model": { "definitionId": "odd", "name": "x", "name": "y", "root": {} } }""")]
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

    private static JsonObject With(JsonObject model, string term)
    {
        var drawn = (JsonObject)model.DeepClone();
        drawn["root"]!["activities"]![1]!["term"] = JsonNode.Parse($$"""{ "typeName": "String", "expression": { "type": "Literal", "value": "{{term}}" } }""");
        return drawn;
    }
}
