using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>What stands above every answer, whoever gave it: pages, refusals, failures, files, answers to programs.</summary>
[Trait("Asks", "OneDatabase")]
public sealed partial class HeaderTests(Office office) : IClassFixture<Office>
{
    private const string Studio = "designer/studio";

    public static TheoryData<string> Routes => [.. PermissionTable.Rows.Where(row => row.HasGet).Select(row => row.Name)];

    [Theory, MemberData(nameof(Routes))]
    public async Task Every_endpoint_tells_the_browser_what_it_may_do(string route)
    {
        var row = PermissionTable.Rows.First(known => known.Name == route);
        var address = await office.ReadAsync(db => Addresses.OfAsync(row, db));
        using var stranger = office.Stranger();
        using var person = row.Permission == PermissionRow.Anonymous ? office.Stranger() : await office.AsAsync(row.By ?? PermissionTable.Holders[row.Permission].Inside);
        foreach (var client in new[] { stranger, person })
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Guarded(answer, row.Route.StartsWith(Studio, StringComparison.Ordinal) && answer.StatusCode != HttpStatusCode.NotFound);
            Assert.Contains("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/no-such-page", 404)]
    [InlineData("/cases/not-an-id", 404)]
    [InlineData("/error", 200)]
    [InlineData("/status/429", 200)]
    [InlineData("/elsa/api/nothing", 401)]
    public async Task Pages_about_failures_carry_it_too(string address, int status)
    {
        using var client = office.Stranger();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        if (address.StartsWith("/cases", StringComparison.Ordinal))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        else
            Assert.Equal(status, (int)answer.StatusCode);
        Guarded(answer, isStudio: false);
    }

    [Fact]
    public async Task The_page_about_an_exception_carries_it_too()
    {
        await using var own = await Office.OpenAsync();
        using var client = await own.AsAsync("xujing");
        await own.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE bureau RENAME TO gone", TestContext.Current.CancellationToken));
        using var answer = await client.GetAsync("/cases", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Guarded(answer, isStudio: false);
    }

    [Fact]
    public async Task Styles_and_scripts_may_be_kept_and_are_only_what_they_say_they_are()
    {
        using var client = office.Stranger();
        using var answer = await client.GetAsync("/css/app.css", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Guarded(answer, isStudio: false);
        Assert.DoesNotContain("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_uploaded_paper_runs_nothing_and_takes_its_name_along()
    {
        using var client = await office.AsAsync("xujing");
        var row = PermissionTable.Rows.First(known => known.Name == "files/{id}");
        using var answer = await client.GetAsync(await office.ReadAsync(db => Addresses.OfAsync(row, db)), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("sandbox", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''", Header(answer, "Content-Disposition"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "https", true)]
    [InlineData("Production", "http", false)]
    [InlineData("Development", "https", false)]
    public async Task Whoever_came_by_HTTPS_is_told_to_come_so_again(string environment, string scheme, bool isTold)
    {
        await using var own = await Office.OpenAsync(builder => builder.UseEnvironment(environment));
        using var client = own.CreateClient(new() { BaseAddress = new Uri($"{scheme}://proposals.example"), AllowAutoRedirect = false });
        using var answer = await client.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(isTold, answer.Headers.Contains("Strict-Transport-Security"));
    }

    /// <summary>What the policy forbids stands in no page, so that nothing has to be let through later.</summary>
    [Fact]
    public void No_page_has_a_script_or_a_style_of_its_own() =>
        Conventions.Complaints.None(Sources.Files(".cshtml").SelectMany(file => File.ReadLines(file)
            .Where(line => OwnScript().IsMatch(line))
            .Select(line => $"{Sources.Name(file)}: {line.Trim()}")));

    [GeneratedRegex("\\sstyle=|<style|<script>|\\son[a-z]+=\"|\\shx-on|javascript:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnScript();

    private static void Guarded(HttpResponseMessage answer, bool isStudio)
    {
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains(policy.Contains("sandbox", StringComparison.Ordinal) ? "default-src 'none'" : "default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        var scripts = policy.Split("; ").FirstOrDefault(part => part.StartsWith("script-src", StringComparison.Ordinal)) ?? "";
        Assert.DoesNotContain("'unsafe-inline'", scripts, StringComparison.Ordinal);
        Assert.Equal(isStudio, scripts.Contains("wasm", StringComparison.Ordinal));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Contains("geolocation=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";
}
