using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

public sealed class FailureTests
{
    [Fact]
    public async Task The_page_about_a_failure_comes_even_where_the_database_answers_nothing()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        using var stranger = office.Stranger();
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE bureau RENAME TO gone", TestContext.Current.CancellationToken));

        foreach (var (client, address) in new[] { (clerk, "/cases"), (stranger, "/sign-in") })
        {
            var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Matches("<code>[0-9A-F]{8}</code>", page);
        }
    }
}
