using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Proposals.Designer;
using Proposals.Tests.Designer;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

public sealed partial class DesignerPageTests
{
    private const string Import = "/designer/import";
    private const string Handling = "/designer/proposal-handling";
    private const string Changed = "签收登记：环节期限 2个工作日 → 9个工作日";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_is_shown_first_stored_only_when_confirmed_and_published_by_the_director()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var preview = await UploadAsync(admin, Encoding.UTF8.GetBytes(Shelf.Text("9wd")));
        Assert.Contains(Changed, preview, StringComparison.Ordinal);
        Assert.Contains("第1版不变，新增第2版草稿", preview, StringComparison.Ordinal);
        Assert.Equal("1 Published latest", await StateAsync(office));

        Assert.Equal(HttpStatusCode.Redirect, (await ConfirmAsync(admin, preview)).StatusCode);
        Assert.Equal("2 Draft latest, 1 Published", await StateAsync(office));

        using var director = await office.AsAsync("yumin");
        var read = await director.GetStringAsync(Handling, Cancel);
        Assert.Contains(Changed, read, StringComparison.Ordinal);
        Assert.Contains("周一鸣", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(director, "Publish", read)).StatusCode);
        Assert.Equal("2 Published latest, 1 Replaced", await StateAsync(office));
    }

    [Fact]
    public async Task What_was_exported_comes_back_as_identical()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var export = await admin.GetAsync(Handling + "/versions/1/export", Cancel);
        Assert.Equal("proposal-handling-v1.json", export.Content.Headers.ContentDisposition?.FileName);
        var bytes = await export.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Contains("与第1版完全相同", await UploadAsync(admin, bytes), StringComparison.Ordinal);
        Assert.Contains("与第1版完全相同", await UploadAsync(admin, Encoding.UTF8.GetPreamble().Concat(bytes).ToArray()), StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(bytes)?["isPublished"]?.GetValue<bool>());
    }

    [Fact]
    public async Task An_open_draft_is_replaced_only_where_that_was_ticked()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        await ConfirmAsync(admin, await UploadAsync(admin, Encoding.UTF8.GetBytes(Shelf.Text("9wd"))));
        var preview = await UploadAsync(admin, Encoding.UTF8.GetBytes(Shelf.Text("8wd")));
        Assert.Contains("覆盖这份草稿", preview, StringComparison.Ordinal);
        var refused = await ReadAsync(await ConfirmAsync(admin, preview));
        Assert.Contains("第2版草稿还没有发布", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ConfirmAsync(admin, refused, ("replaceDraft", "true"))).StatusCode);
        Assert.Equal("2 Draft latest, 1 Published", await StateAsync(office));
    }

    [Fact]
    public async Task A_preview_that_was_overtaken_is_shown_anew_and_stores_nothing()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var preview = await UploadAsync(admin, Encoding.UTF8.GetBytes(Shelf.Text("9wd")));
        await ConfirmAsync(admin, await UploadAsync(admin, Encoding.UTF8.GetBytes(Shelf.Text("8wd"))));
        var again = await ReadAsync(await ConfirmAsync(admin, preview));
        Assert.Contains("刚刚由周一鸣更新", again, StringComparison.Ordinal);
        Assert.Contains("环节期限 8个工作日 → 9个工作日", again, StringComparison.Ordinal);
        Assert.Contains("覆盖这份草稿", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ nonsense", "这不是可以读取的流程文件")]
    [InlineData("", "没有选择文件，也没有粘贴内容")]
    public async Task What_cannot_be_read_is_said_so(string content, string sentence)
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        Assert.Contains(sentence, await UploadAsync(admin, Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_large_or_in_another_encoding_is_said_so()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        Assert.Contains("不是 UTF-8 编码", await UploadAsync(admin, Encoding.Unicode.GetBytes(Shelf.Text())), StringComparison.Ordinal);
        Assert.Contains("文件超过1 MB", await UploadAsync(admin, new byte[1024 * 1024 + 1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_of_a_draft_are_listed_and_keep_it_from_being_published()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        await ConfirmAsync(admin, await UploadAsync(admin, Encoding.UTF8.GetBytes(Shelf.Unknown())));
        using var director = await office.AsAsync("yumin");
        var page = await director.GetStringAsync(Handling, Cancel);
        Assert.Contains("Elsewhere.Odd", page, StringComparison.Ordinal);
        Assert.Contains("有错误，改正后才能发布", page, StringComparison.Ordinal);
        Assert.DoesNotContain("发布第2版", page, StringComparison.Ordinal);

        // The button is not there; a form made by hand is refused all the same.
        var versionId = await VersionAsync(office, 2);
        var answer = await Office.PostAsync(director, Handling, new() { ["versionId"] = versionId.Id.ToString(), ["revision"] = $"{versionId.Revision}" }, Handling + "?handler=Publish");
        Assert.Contains("处错误，不能发布", await ReadAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_draws_does_not_publish_and_whoever_publishes_does_not_draw()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        using var director = await office.AsAsync("yumin");
        await ConfirmAsync(admin, await UploadAsync(admin, Encoding.UTF8.GetBytes(Shelf.Text("9wd"))));
        var page = await admin.GetStringAsync(Handling, Cancel);
        Assert.DoesNotContain("handler=Publish", page, StringComparison.Ordinal);
        var draft = await VersionAsync(office, 2);
        foreach (var (client, handler) in new[] { (admin, "Publish"), (admin, "Retract"), (director, "Revert"), (director, "Delete") })
        {
            var answer = await Office.PostAsync(client, Handling, new() { ["versionId"] = draft.Id.ToString(), ["revision"] = $"{draft.Revision}" }, $"{Handling}?handler={handler}");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal("2 Draft latest, 1 Published", await StateAsync(office));
    }

    [Fact]
    public async Task An_admin_goes_back_to_an_old_version_and_deletes_the_draft_again()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        await ConfirmAsync(admin, await UploadAsync(admin, Encoding.UTF8.GetBytes(Shelf.Text("9wd"))));
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(admin, "Revert", await admin.GetStringAsync(Handling + "?version=1", Cancel))).StatusCode);
        Assert.Equal("3 Draft latest, 2 PutAside, 1 Published", await StateAsync(office));
        var copy = await admin.GetStringAsync(Handling, Cancel);
        Assert.Contains("由第1版恢复", copy, StringComparison.Ordinal);
        Assert.Contains("办理内容相同", copy, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(admin, "Delete", copy)).StatusCode);
        Assert.Equal("2 Draft latest, 1 Published", await StateAsync(office));
    }

    [Fact]
    public async Task A_draft_that_another_deleted_meanwhile_is_said_to_be_gone()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        await ConfirmAsync(admin, await UploadAsync(admin, Encoding.UTF8.GetBytes(Shelf.Text("9wd"))));
        var page = await admin.GetStringAsync(Handling + "?version=2", Cancel);
        await ActAsync(admin, "Delete", page);
        var gone = new Dictionary<string, string> { ["versionId"] = Hidden(page, "versionId"), ["revision"] = Hidden(page, "revision") };
        var answer = await ReadAsync(await Office.PostAsync(admin, $"{Handling}?handler=Delete&version=2", Office.TokenOf(page), gone));
        Assert.Contains("没有这一版流程", answer, StringComparison.Ordinal);
        Assert.Contains("第1版的操作", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_counts_the_cases_of_each_version()
    {
        await using var office = await Office.OpenAsync();
        using var director = await office.AsAsync("yumin");
        var list = await director.GetStringAsync("/designer", Cancel);
        Assert.Contains("建议提案办理", list, StringComparison.Ordinal);
        Assert.Matches("第1版[0-9]+件", list);
        Assert.DoesNotContain("/designer/import", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/designer/nobody", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync(Handling + "?version=99", Cancel)).StatusCode);
    }

    private static async Task<string> UploadAsync(HttpClient client, byte[] bytes)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Office.TokenOf(await client.GetStringAsync(Import, Cancel))), "__RequestVerificationToken" },
        };
        if (bytes.Length > 0)
        {
            form.Add(new ByteArrayContent(bytes), "Upload", "流程.json");
        }

        return await ReadAsync(await client.PostAsync(Import, form, Cancel));
    }

    /// <summary>Sends the preview's own form.</summary>
    private static async Task<HttpResponseMessage> ConfirmAsync(HttpClient client, string preview, params (string Name, string Value)[] more)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Office.TokenOf(preview)), "__RequestVerificationToken" } };
        foreach (var (name, value) in new[] { ("Text", Hidden(preview, "Text")), ("expectedRevision", Hidden(preview, "expectedRevision")) }.Concat(more))
        {
            form.Add(new StringContent(value), name);
        }

        return await client.PostAsync(Import + "?handler=Confirm", form, Cancel);
    }

    private static Task<HttpResponseMessage> ActAsync(HttpClient client, string handler, string page) =>
        Office.PostAsync(client, $"{Handling}?handler={handler}", Office.TokenOf(page), new() { ["versionId"] = Hidden(page, "versionId"), ["revision"] = Hidden(page, "revision") });

    private static string Hidden(string page, string name) =>
        Inputs().Matches(page).First(match => match.Groups["name"].Value == name) is var found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : "";

    private static Task<string> ReadAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancel);

    private static async Task<DefinitionRow> VersionAsync(Office office, int version) =>
        await office.WithAsync<DefinitionQuery, DefinitionRow?>(query => query.RowAsync(Shelf.Handling, version, Cancel)) ?? throw new InvalidOperationException($"No version {version}.");

    private static Task<string> StateAsync(Office office) => office.WithAsync<DefinitionQuery, string>(query => Shelf.StateAsync(query));

    [GeneratedRegex("<input [^>]*?type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Inputs();
}
