using System.Net;
using Microsoft.AspNetCore.Hosting;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>Over a real line: in memory nothing is ever too long to be sent.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class FormSizeTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_form_beyond_every_limit_is_answered_by_a_page()
    {
        var (office, address) = await Office.ListenAsync();
        await using var _ = office;
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        await Office.PostAsync(client, "/sign-in", new() { ["userName"] = "xujing" }, "/sign-in?handler=Demo");
        var token = Office.TokenOf(await client.GetStringAsync("/cases/register", TestContext.Current.CancellationToken));

        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(new byte[101 * Megabyte]), "Input.Attachments.New", "照片.png" } };
        using var answer = await client.PostAsync("/cases/register", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("上传的内容太大", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("192.0.2.1", false)]
    [InlineData("127.0.0.1", true)]
    public async Task Only_a_named_proxy_is_believed_about_where_somebody_comes_from(string proxy, bool isBelieved)
    {
        var (office, address) = await Office.ListenAsync(builder => builder.UseSetting("Proxy:Addresses:0", proxy).UseSetting("RateLimits:SignInsPerAddress", "1"));
        await using var _ = office;
        var statuses = new List<HttpStatusCode>();
        foreach (var from in new[] { "198.51.100.1", "198.51.100.2" })
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
            client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            var page = await client.GetAsync("/sign-in", TestContext.Current.CancellationToken);
            var cookie = page.Headers.GetValues("Set-Cookie").First(written => written.StartsWith("proposals-form=", StringComparison.Ordinal));
            Assert.Equal(isBelieved, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
            client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
            var answer = await Office.PostAsync(client, "/sign-in", Office.TokenOf(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), new() { ["Input.UserName"] = "xujing", ["Input.Password"] = "wrong-1" });
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, isBelieved ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests], statuses);
    }

    [Theory]
    [InlineData("Proxy:Addresses:0", "nonsense")]
    [InlineData("Proxy:Networks:0", "10.0.0.0/99")]
    [InlineData("RateLimits:SignInsPerAddress", "0")]
    [InlineData("Sessions:IdleMinutes", "0")]
    public async Task A_setting_that_cannot_be_is_named_at_the_start(string key, string value)
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => Office.OpenAsync(builder => builder.UseSetting(key, value)));
        Assert.Contains(key.Split(':')[1], thrown.ToString(), StringComparison.Ordinal);
    }
}
