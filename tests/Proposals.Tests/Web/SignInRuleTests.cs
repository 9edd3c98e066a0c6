using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Web;

/// <summary>Who gets in, how often one may try, and when a session is over.</summary>
public sealed class SignInRuleTests
{
    private const string Wrong = "用户名或密码不正确";
    private const string Locked = "账号已锁定";

    [Fact]
    public async Task Wrong_passwords_sent_at_once_are_all_counted()
    {
        await using var office = await Office.OpenAsync();
        var tries = Enumerable.Range(1, 12).Select(async number =>
        {
            using var client = office.Stranger();
            return await TextAsync(await SignInAsync(client, "heyue", $"wrong-{number}"));
        });
        var answers = await Task.WhenAll(tries);

        Assert.Equal(4, answers.Count(answer => answer.Contains(Wrong, StringComparison.Ordinal)));
        Assert.Equal(8, answers.Count(answer => answer.Contains(Locked, StringComparison.Ordinal)));
        using var late = office.Stranger();
        Assert.Contains(Locked, await TextAsync(await SignInAsync(late, "heyue", DemoBureau.Password)), StringComparison.Ordinal);
    }

    /// <summary>A disabled account too: 吴佳 left the bureau.</summary>
    [Theory]
    [InlineData("nobody-of-that-name")]
    [InlineData("wujia")]
    public async Task A_name_that_cannot_sign_in_hears_what_every_name_hears(string userName)
    {
        await using var office = await Office.OpenAsync();
        using var client = office.Stranger();
        for (var attempt = 1; attempt < 5; attempt++)
            Assert.Equal(await ToldAsync(client, "heyue", attempt), await ToldAsync(client, userName, attempt));
        Assert.Contains(Locked, await ToldAsync(client, "heyue", 5), StringComparison.Ordinal);
        Assert.Contains(Locked, await ToldAsync(client, userName, 5), StringComparison.Ordinal);
        Assert.Contains(Locked, await ToldAsync(client, userName, 6), StringComparison.Ordinal);
    }

    /// <summary>Looking at a password is slow on purpose; a name that is answered at once would be one that nobody has.</summary>
    [Fact]
    [Trait("Asks", "OneDatabase")]
    public async Task A_name_that_nobody_has_is_not_answered_faster()
    {
        await using var office = await Office.OpenAsync();
        using var client = office.Stranger();
        var token = Office.TokenOf(await client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken));
        await TimeAsync(client, token, "somebody-else");
        var known = await TimeAsync(client, token, "heyue", "wanghaitao", "zhengning", "duqing");
        var unknown = await TimeAsync(client, token, "nobody-1", "nobody-2", "nobody-3", "nobody-4");
        Assert.InRange(unknown / known, 0.33, 3);
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_told_to_wait()
    {
        await using var office = await Office.OpenAsync(builder => builder.UseSetting("RateLimits:SignInsPerAddress", "3"));
        using var client = office.Stranger();
        for (var attempt = 1; attempt <= 3; attempt++)
            Assert.Contains(Wrong, await ToldAsync(client, $"somebody-{attempt}", attempt), StringComparison.Ordinal);
        await TooOftenAsync(await SignInAsync(client, "xujing", DemoBureau.Password));
        // Looking is no try.
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sign-in", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Too_many_tries_of_one_name_are_told_to_wait_and_other_names_are_not()
    {
        await using var office = await Office.OpenAsync(builder => builder.UseSetting("RateLimits:SignInsPerName", "2"));
        using var client = office.Stranger();
        await ToldAsync(client, "heyue", 1);
        await ToldAsync(client, "HEYUE", 2);
        await TooOftenAsync(await SignInAsync(client, "heyue", DemoBureau.Password));
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(client, "xujing", DemoBureau.Password)).StatusCode);
    }

    [Fact]
    public async Task Too_many_uploads_of_one_person_are_told_to_wait()
    {
        await using var office = await Office.OpenAsync(builder => builder.UseSetting("RateLimits:UploadsPerPerson", "2"));
        using var client = await office.AsAsync("xujing");
        using var other = await office.AsAsync("yumin");
        for (var sent = 0; sent < 2; sent++)
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await UploadAsync(client)).StatusCode);
        await TooOftenAsync(await UploadAsync(client));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await UploadAsync(other)).StatusCode);
    }

    [Fact]
    public async Task A_session_that_was_ended_is_over_for_every_copy_of_its_cookie_and_after_a_restart()
    {
        await using var office = await Office.OpenAsync(Strict);
        using var client = office.CreateDefaultClient();
        var cookie = await CookieAsync(office, client, "xujing");
        Assert.Equal(HttpStatusCode.OK, await HomeAsync(client, cookie));

        using var leaving = Ask(HttpMethod.Post, "/sign-out", cookie);
        var (token, formCookie) = await TokenAsync(client, cookie);
        leaving.Headers.Remove("Cookie");
        leaving.Headers.TryAddWithoutValidation("Cookie", $"{cookie}; {formCookie}");
        leaving.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        Assert.Equal("/sign-in", (await client.SendAsync(leaving, TestContext.Current.CancellationToken)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await HomeAsync(client, cookie));

        await using var again = office.WithWebHostBuilder(_ => { });
        using var elsewhere = again.CreateDefaultClient();
        Assert.Equal(HttpStatusCode.Redirect, await HomeAsync(elsewhere, cookie));
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_not_the_own_one()
    {
        await using var office = await Office.OpenAsync(Strict);
        using var here = await office.AsAsync("heyue");
        using var elsewhere = await office.AsAsync("heyue");
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        var changed = await Office.PostAsync(here, "/password", new() { ["Input.Current"] = DemoBureau.Password, ["Input.New"] = "my-own-2027", ["Input.Repeat"] = "my-own-2027" });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_disabled_person_is_out()
    {
        await using var office = await Office.OpenAsync(Strict);
        using var client = await office.AsAsync("linyue");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        var id = await office.PersonAsync("linyue");
        await office.ReadAsync(db => db.Users.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_when_nobody_asks_and_after_a_day_however_busy()
    {
        var clock = new MovedClock();
        await using var office = await Office.OpenAsync(builder => builder.UseSetting("Sessions:IdleMinutes", "60").UseSetting("Sessions:LongestHours", "3")
            .ConfigureTestServices(services => services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options => options.TimeProvider = clock)));
        using var client = await office.AsAsync("xujing");
        for (var asked = 0; asked < 4; asked++)
        {
            clock.Move(TimeSpan.FromMinutes(44));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
        }

        clock.Move(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);

        using var idle = await office.AsAsync("xujing");
        clock.Move(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Redirect, (await idle.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("http", "proposals=")]
    [InlineData("https", "__Host-proposals=")]
    public async Task The_sessions_cookie_is_bound_as_tightly_as_the_line_allows(string scheme, string begins)
    {
        await using var office = await Office.OpenAsync();
        using var client = office.CreateClient(new() { BaseAddress = new Uri($"{scheme}://proposals.example"), AllowAutoRedirect = false });
        var answer = await Office.PostAsync(client, "/sign-in", new() { ["userName"] = "xujing" }, "/sign-in?handler=Demo");
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), written => written.StartsWith(begins, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(scheme == "https", cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/%0d%0a/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\t//evil.example")]
    public async Task Nobody_is_led_away_after_signing_in(string wanted)
    {
        await using var office = await Office.OpenAsync();
        foreach (var (action, fields) in new[] { ("/sign-in?handler=Demo", new Dictionary<string, string> { ["userName"] = "xujing" }), ("/preferences", new Dictionary<string, string> { ["theme"] = "dark" }) })
        {
            using var client = office.Stranger();
            fields["returnUrl"] = wanted;
            var answer = await Office.PostAsync(client, "/sign-in", fields, action);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var to = new Uri(new Uri("http://proposals.example"), answer.Headers.Location ?? new Uri("about:blank"));
            Assert.Equal("proposals.example", to.Host);
        }
    }

    private static void Strict(IWebHostBuilder builder) =>
        builder.ConfigureTestServices(services => services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero));

    private static async Task<string> ToldAsync(HttpClient client, string userName, int attempt)
    {
        var html = await TextAsync(await SignInAsync(client, userName, $"wrong-{attempt}"));
        return html.Contains(Locked, StringComparison.Ordinal) ? Locked : html.Contains(Wrong, StringComparison.Ordinal) ? Wrong : html;
    }

    private static async Task<double> TimeAsync(HttpClient client, string token, params string[] names)
    {
        var times = new List<double>();
        foreach (var name in names)
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var clock = Stopwatch.StartNew();
                using var answer = await Office.PostAsync(client, "/sign-in", token, new() { ["Input.UserName"] = name, ["Input.Password"] = "wrong-1" });
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static async Task TooOftenAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 900);
        Assert.Contains("操作过于频繁", await TextAsync(answer), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client)
    {
        var token = Office.TokenOf(await client.GetStringAsync("/cases/register", TestContext.Current.CancellationToken));
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(DemoPaper.Draw(7)), "Input.Attachments.New", "照片.png" } };
        return await client.PostAsync("/cases/register", content, TestContext.Current.CancellationToken);
    }

    private static async Task<string> CookieAsync(Office office, HttpClient client, string userName)
    {
        using var signedIn = office.Stranger();
        var answer = await Office.PostAsync(signedIn, "/sign-in", new() { ["userName"] = userName }, "/sign-in?handler=Demo");
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("proposals=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<(string Token, string Cookie)> TokenAsync(HttpClient client, string cookie)
    {
        using var request = Ask(HttpMethod.Get, "/", cookie);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var formCookie = answer.Headers.GetValues("Set-Cookie").Single(written => written.StartsWith("proposals-form=", StringComparison.Ordinal)).Split(';')[0];
        return (Office.TokenOf(await TextAsync(answer)), formCookie);
    }

    private static async Task<HttpStatusCode> HomeAsync(HttpClient client, string cookie)
    {
        using var request = Ask(HttpMethod.Get, "/", cookie);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Ask(HttpMethod method, string address, string cookie)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return request;
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string userName, string password) =>
        Office.PostAsync(client, "/sign-in", new() { ["Input.UserName"] = userName, ["Input.Password"] = password });

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan ahead;

        public void Move(TimeSpan further) => ahead += further;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
