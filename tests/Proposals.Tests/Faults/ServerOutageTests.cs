using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Proposals.Persistence;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Faults;

/// <summary>The database server goes and comes back under a running product. An embedded database has no server.</summary>
public sealed class ServerOutageTests
{
    [Fact]
    public async Task While_the_server_is_away_a_page_says_so_and_right_afterwards_everything_works_again()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "An embedded database has no server; the same suite runs on PostgreSQL as well.");
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("zhengning");
        var address = await Faulty.RecordAsync(office);
        var form = Faulty.Filled(await PaperForm.OpenAsync(client, address), "希望划定经营时段。");
        var before = await Faulty.ContactsAsync(office);

        // Several connections lie in the pool when the server goes.
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.GetAsync("/cases", Cancel)));
        await StopAsync(office);
        foreach (var answer in new[] { await client.GetAsync("/cases", Cancel), await form.SendAsync(client, address), await office.Stranger().GetAsync("/sign-in", Cancel) })
        {
            var page = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, page);
            Assert.Contains("系统暂时不能读取或保存", page, StringComparison.Ordinal);
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        var part = await Faulty.SendPartAsync(client, form, address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, part.StatusCode);
        Assert.DoesNotContain("<html", await part.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        await StartAsync(office);
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.GetAsync("/cases", Cancel))))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(client, address)).StatusCode);
        Assert.Equal(before + 1, await Faulty.ContactsAsync(office));
    }

    [Fact]
    public async Task A_restart_between_two_clicks_is_not_noticed()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "An embedded database has no server; the same suite runs on PostgreSQL as well.");
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("zhengning");
        var address = await Faulty.RecordAsync(office);
        var form = Faulty.Filled(await PaperForm.OpenAsync(client, address), "希望划定经营时段。");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.GetAsync("/cases", Cancel)));

        // No server is back sooner.
        await StopAsync(office);
        await Task.Delay(LivingConnections.TrustedForMilliseconds + 50, Cancel);
        await StartAsync(office);

        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(client, address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/cases", Cancel)).StatusCode);
    }

    [Fact]
    public async Task An_act_whose_connection_is_cut_before_its_commit_is_absent_and_done_once_when_it_is_sent_again()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "An embedded database has no server; the same suite runs on PostgreSQL as well.");
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("zhengning");
        var address = await Faulty.RecordAsync(office);
        var form = Faulty.Filled(await PaperForm.OpenAsync(client, address), "希望划定经营时段。");
        var before = await Faulty.ContactsAsync(office);
        await using var other = new NpgsqlConnection(office.Connection + ";Pooling=false");
        await other.OpenAsync(Cancel);
        await Faulty.ExecuteAsync(other, "BEGIN; SELECT 1 FROM cases FOR UPDATE");

        var sending = form.SendAsync(client, address);
        await using var watcher = await ServerAsync();
        const string Waiting = "FROM pg_stat_activity WHERE datname = @database AND wait_event_type = 'Lock'";
        while (await NumberAsync(watcher, $"SELECT count(*) {Waiting}", office) == 0)
            await Task.Delay(20, Cancel);
        await NumberAsync(watcher, $"SELECT count(pg_terminate_backend(pid)) {Waiting}", office);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sending).StatusCode);
        await Faulty.ExecuteAsync(other, "ROLLBACK");
        Assert.Equal(before, await Faulty.ContactsAsync(office));

        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(client, address)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(client, address)).StatusCode);
        Assert.Equal(before + 1, await Faulty.ContactsAsync(office));
        var key = Guid.Parse(form["Seal.Key"]);
        Assert.Equal(1, await office.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.IdempotencyKey == key)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>For the product it is as if the server had gone: its connections are cut, and it gets no new one. Other tests keep theirs.</summary>
    private static async Task StopAsync(Office office)
    {
        await using var server = await ServerAsync();
        await Faulty.ExecuteAsync(server, $"ALTER DATABASE {NameOf(office)} ALLOW_CONNECTIONS false");
        await NumberAsync(server, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = @database", office);
        while (await NumberAsync(server, "SELECT count(*) FROM pg_stat_activity WHERE datname = @database", office) > 0)
            await Task.Delay(20, Cancel);
    }

    private static async Task StartAsync(Office office)
    {
        await using var server = await ServerAsync();
        await Faulty.ExecuteAsync(server, $"ALTER DATABASE {NameOf(office)} ALLOW_CONNECTIONS true");
    }

    private static string NameOf(Office office) => new NpgsqlConnectionStringBuilder(office.Connection).Database ?? "";

    private static async Task<NpgsqlConnection> ServerAsync()
    {
        var server = new NpgsqlConnection($"{TestDatabase.PostgresServer};Database=postgres;Pooling=false");
        await server.OpenAsync(Cancel);
        return server;
    }

    private static async Task<long> NumberAsync(NpgsqlConnection server, string sql, Office office)
    {
        await using var command = new NpgsqlCommand(sql, server);
        command.Parameters.AddWithValue("database", NameOf(office));
        return (long)(await command.ExecuteScalarAsync(Cancel) ?? 0L);
    }
}
