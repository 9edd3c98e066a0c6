using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Web;

public sealed partial class AccountTests
{
    private const string Wrong = "用户名或密码不正确";
    private const string OwnPassword = "my-own-2027";

    [Fact]
    public async Task A_disabled_account_hears_what_a_wrong_password_hears()
    {
        await using var office = await Office.OpenAsync();
        using var client = office.Stranger();
        Assert.Contains(Wrong, await TextAsync(await SignInAsync(client, "wujia", DemoBureau.Password)), StringComparison.Ordinal);
        Assert.Contains(Wrong, await TextAsync(await SignInAsync(client, "xujing", "not-the-password-1")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Office.PostAsync(client, "/sign-in", new() { ["userName"] = "wujia" }, "/sign-in?handler=Demo")).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_until_the_admin_unlocks_it()
    {
        await using var office = await Office.OpenAsync();
        using var client = office.Stranger();
        for (var attempt = 1; attempt < 5; attempt++)
        {
            Assert.Contains(Wrong, await TextAsync(await SignInAsync(client, "heyue", "wrong-" + attempt)), StringComparison.Ordinal);
        }

        Assert.Contains("账号已锁定", await TextAsync(await SignInAsync(client, "heyue", "wrong-5")), StringComparison.Ordinal);
        Assert.Contains("账号已锁定", await TextAsync(await SignInAsync(client, "heyue", DemoBureau.Password)), StringComparison.Ordinal);

        using var admin = await office.AsAsync("zhouyiming");
        Assert.Contains("已锁定", await admin.GetStringAsync("/admin/people?state=Locked&q=heyue", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var page = $"/admin/people/{await office.PersonAsync("heyue")}";
        Assert.Equal(HttpStatusCode.Redirect, (await Office.PostAsync(admin, page, [], page + "?handler=Unlock")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(client, "heyue", DemoBureau.Password)).StatusCode);
    }

    [Fact]
    public async Task A_reset_password_is_shown_once_opens_no_page_and_must_be_changed()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var page = $"/admin/people/{await office.PersonAsync("heyue")}";
        var shown = IssuedPassword().Match(await TextAsync(await Office.PostAsync(admin, page, [], page + "?handler=Reset"))).Groups["password"].Value;
        Assert.NotEmpty(shown);
        Assert.DoesNotContain(shown, await admin.GetStringAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var client = office.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(client, "heyue", DemoBureau.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(client, "heyue", shown)).StatusCode);
        var home = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal("/password", home.Headers.Location?.OriginalString);

        Assert.Contains("当前密码不正确", await TextAsync(await ChangeAsync(client, "not-this-one-1")), StringComparison.Ordinal);
        Assert.Equal("/password", (await client.GetAsync("/", TestContext.Current.CancellationToken)).Headers.Location?.OriginalString);
        Assert.Equal("/", (await ChangeAsync(client, shown)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(["CreatePerson", "ResetPassword", "ChangeOwnPassword"], await ActsOnAsync(office, "heyue"));
        Assert.DoesNotContain(OwnPassword, await TrailAsync(office), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string userName, string password) =>
        Office.PostAsync(client, "/sign-in", new() { ["Input.UserName"] = userName, ["Input.Password"] = password });

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string current) =>
        Office.PostAsync(client, "/password", new() { ["Input.Current"] = current, ["Input.New"] = OwnPassword, ["Input.Repeat"] = OwnPassword });

    private static async Task<string[]> ActsOnAsync(Office office, string userName)
    {
        var subject = $"person:{await office.PersonAsync(userName)}";
        return await office.ReadAsync(db => db.AuditEntries.Where(entry => entry.Subject == subject).OrderBy(entry => entry.Number).Select(entry => entry.Act).ToArrayAsync());
    }

    private static Task<string> TrailAsync(Office office) =>
        office.ReadAsync(async db => string.Concat(await db.AuditEntries.Select(entry => entry.Text).ToListAsync()));

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("issued-password\">(?<password>[^<]+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IssuedPassword();
}
