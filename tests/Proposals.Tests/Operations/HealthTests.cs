using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Scenes;
using Proposals.Web.Operations;

namespace Proposals.Tests.Operations;

/// <summary>What a container's watcher is told.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_product_that_can_serve_is_ready_and_says_so_in_names_and_durations()
    {
        await using var office = await Office.OpenAsync();
        var (status, answer, text) = await AskAsync(office, HealthEndpoints.Ready);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (status, answer["status"]?.ToString()));
        Assert.Equal(["database", "migrations", "workflows"], answer["checks"]?.AsArray().Select(check => check?["name"]?.ToString()));
        Assert.All(answer["checks"]?.AsArray() ?? [], check => Assert.Equal(["name", "status", "milliseconds"], check?.AsObject().Select(part => part.Key)));
        Assert.DoesNotContain("Data Source", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Host=", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrations", "INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_Later', '99')")]
    [InlineData("migrations", "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%UnitsAgain'")]
    [InlineData("workflows", "UPDATE workflow_definitions SET \"IsPublished\" = {0} WHERE \"DefinitionId\" = 'return-request'")]
    public async Task A_product_that_cannot_serve_lives_and_is_not_ready(string check, string damage)
    {
        await using var office = await Office.OpenAsync();
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync(damage, [false], Cancel));

        var (status, answer, _) = await AskAsync(office, HealthEndpoints.Ready);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var bad = answer["checks"]?.AsArray().Where(one => one?["status"]?.ToString() != "Healthy").Select(one => one?["name"]?.ToString()).ToList();
        Assert.Equal([check], bad);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(office, HealthEndpoints.Live)).Status);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer, string Text)> AskAsync(Office office, string address)
    {
        using var stranger = office.Stranger();
        using var answer = await stranger.GetAsync(address, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return (answer.StatusCode, JsonNode.Parse(text) ?? new JsonObject(), text);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
