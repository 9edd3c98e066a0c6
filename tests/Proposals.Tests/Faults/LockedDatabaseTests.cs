using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Faults;

/// <summary>Another program holds the database file for itself for longer than anybody waits.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class LockedDatabaseTests
{
    [Fact]
    public async Task A_locked_database_is_busy_for_writers_and_open_for_readers_and_serves_again_afterwards()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is not null, "A database server keeps its own files; the same suite runs on SQLite as well.");
        await using var office = await Office.OpenWithAsync(_ => { }, ";Default Timeout=1");
        using var client = await office.AsAsync("zhengning");
        var address = await Faulty.RecordAsync(office);
        var form = Faulty.Filled(await PaperForm.OpenAsync(client, address), "希望划定经营时段。");
        var before = await Faulty.ContactsAsync(office);
        await using var other = new SqliteConnection(office.Connection);
        await other.OpenAsync(Cancel);
        await Faulty.ExecuteAsync(other, "BEGIN EXCLUSIVE");

        var refused = await form.SendAsync(client, address);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.True(refused.StatusCode == HttpStatusCode.OK, page);
        Assert.Contains("系统正忙，您的操作没有生效", page, StringComparison.Ordinal);
        var again = PaperForm.Read(page);
        Assert.Equal("希望划定经营时段。", again["Input.ProposersPoints"]);

        var withPicture = Faulty.Filled(await PaperForm.OpenAsync(client, address), "看了现场。").WithFile("Input.Proofs.New", "现场照片.png", DemoPaper.Draw(9101));
        Assert.Contains("系统正忙，您的操作没有生效", await (await withPicture.SendAsync(client, address)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/cases", Cancel)).StatusCode);
        Assert.Equal(before, await Faulty.ContactsAsync(office));

        await Faulty.ExecuteAsync(other, "ROLLBACK");
        Assert.Equal(HttpStatusCode.Redirect, (await again.SendAsync(client, address)).StatusCode);
        Assert.Equal(before + 1, await Faulty.ContactsAsync(office));
    }

    [Fact]
    public async Task A_draft_that_cannot_be_saved_now_says_so_where_it_would_have_said_when()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is not null, "A database server keeps its own files; the same suite runs on SQLite as well.");
        await using var office = await Office.OpenWithAsync(_ => { }, ";Default Timeout=1");
        using var client = await office.AsAsync("zhengning");
        var id = await Faulty.CaseAsync(office);
        var form = (await PaperForm.OpenAsync(client, $"/cases/{id}/reply/draft")).With("Input.Body", "一、关于夜间经济。");
        await using var other = new SqliteConnection(office.Connection);
        await other.OpenAsync(Cancel);
        await Faulty.ExecuteAsync(other, "BEGIN EXCLUSIVE");

        var answer = await Faulty.SendPartAsync(client, form, $"/cases/{id}/reply/draft?handler=Draft");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var part = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("系统暂时不可用", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        await Faulty.ExecuteAsync(other, "ROLLBACK");
        Assert.Equal(HttpStatusCode.OK, (await Faulty.SendPartAsync(client, form, $"/cases/{id}/reply/draft?handler=Draft")).StatusCode);
        Assert.Contains("一、关于夜间经济。", await office.ReadAsync(db => db.FormDrafts.Select(draft => draft.Fields).SingleAsync()), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
