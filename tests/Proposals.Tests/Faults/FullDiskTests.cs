using System.Data.Common;
using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Persistence;
using Proposals.Tests.Kill;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Faults;

/// <summary>No room for one row more: the act is refused by name, reading goes on, and once there is room the same form is taken.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class FullDiskTests
{
    private const string Full = "磁盘可能已满";

    [Fact]
    public async Task An_act_that_finds_no_room_is_refused_by_name_and_taken_once_there_is_room()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is not null, "A database server keeps its own files; the same suite runs on SQLite as well.");
        var room = new Room();
        await using var office = await Office.OpenWithAsync(services => services.ConfigureDbContext<SqliteProposalsDbContext>(options => options.AddInterceptors(room)));
        using var client = await office.AsAsync("zhengning");
        var address = await Faulty.RecordAsync(office);
        var before = await Faulty.ContactsAsync(office);
        var form = Faulty.Filled(await PaperForm.OpenAsync(client, address), new string('谈', 2000));
        var files = await office.ReadAsync(db => db.Files.CountAsync());
        room.IsFull = true;

        var refused = await form.SendAsync(client, address);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.True(refused.StatusCode == HttpStatusCode.OK && page.Contains(Full, StringComparison.Ordinal), page);
        Assert.Equal(new string('谈', 2000), PaperForm.Read(page)["Input.ProposersPoints"]);
        byte[] picture = [.. DemoPaper.Draw(9201), .. new byte[100_000]];
        var withPicture = Faulty.Filled(await PaperForm.OpenAsync(client, address), "看了现场。").WithFile("Input.Proofs.New", "大图.png", picture);
        Assert.Contains(Full, await (await withPicture.SendAsync(client, address)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal((before, files), (await Faulty.ContactsAsync(office), await office.ReadAsync(db => db.Files.CountAsync())));

        room.IsFull = false;
        await Faulty.TakenAsync(await form.SendAsync(client, address));
        await Faulty.TakenAsync(await (await PaperForm.OpenAsync(client, address)).With("Input.Kind", "Phone").With("Input.ProposersPoints", "看了现场。").WithFile("Input.Proofs.New", "大图.png", picture).SendAsync(client, address));
        Assert.Equal((before + 2, files + 1), (await Faulty.ContactsAsync(office), await office.ReadAsync(db => db.Files.CountAsync())));
    }

    /// <summary>The kernel itself refuses every byte that the process would add to any file.</summary>
    [Fact]
    public async Task A_process_that_cannot_write_a_byte_stays_and_serves_and_goes_on_by_itself()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is not null, "A database server keeps its own files; the same suite runs on SQLite as well.");
        await using var database = await Office.DatabaseAsync();
        await using var product = await Product.StartAsync(new ProductStart(database.Connection)
        {
            // The signal that comes with a file grown too large would end any process; a full disk sends none.
            Under = ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"],
            Settings = new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0", ["Timers__EverySeconds"] = "1" },
        }, Cancel);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = product.Address };
        await Faulty.TakenAsync(await Office.PostAsync(client, "/sign-in", new() { ["userName"] = "zhengning" }, "/sign-in?handler=Demo"));
        await using var store = await Store.OpenAsync(product.Connection);
        var id = (await store.RowsAsync("SELECT \"Id\" FROM cases WHERE \"CaseNumber\" = '12'"))[0][0];
        var address = $"/cases/{id}/consultations/record";
        var form = Faulty.Filled(await PaperForm.OpenAsync(client, address), "希望划定经营时段。");
        var entries = await store.NumberAsync("SELECT count(*) FROM audit_entries");

        await LimitAsync(product, "1");
        var page = await (await form.SendAsync(client, address)).Content.ReadAsStringAsync(Cancel);
        Assert.Contains(Full, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/cases", Cancel)).StatusCode);
        Assert.True(product.IsAlive, product.Said);
        Assert.Equal(entries, await store.NumberAsync("SELECT count(*) FROM audit_entries"));

        await LimitAsync(product, "unlimited");
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(client, address)).StatusCode);
        Assert.Equal(entries + 1, await store.NumberAsync("SELECT count(*) FROM audit_entries"));

        // What runs in the background took up its work again: the outbox is emptied.
        while (await store.NumberAsync("SELECT count(*) FROM outbox WHERE \"SentAt\" IS NULL") > 0)
            await Task.Delay(50, Cancel);
        await product.KillAsync();
        await using var after = await Store.OpenAfterDeathAsync(product.Connection);
        Assert.Equal("ok", (await after.RowsAsync("PRAGMA integrity_check"))[0][0]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task LimitAsync(Product product, string bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", $"{product.Id}", $"--fsize={bytes}:"]);
        await limit.WaitForExitAsync(Cancel);
        Assert.Equal(0, limit.ExitCode);
    }

    /// <summary>Lets each connection of the product have as many pages as there are, or as many as it likes.</summary>
    private sealed class Room : DbConnectionInterceptor
    {
        private const int Most = 1_000_000;

        public bool IsFull { get; set; }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count={(IsFull ? 1 : Most)}";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
