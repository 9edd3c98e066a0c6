using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Proposals.Acts;
using Proposals.Operations;
using Proposals.Persistence;
using Proposals.Tests.Scenes;
using Proposals.Web.CommandLine;

namespace Proposals.Tests.Operations;

/// <summary>What comes back, what is not taken, and what the two commands say and end with.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("backups").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private string Backup => Path.Combine(folder, "proposals.backup");

    [Fact]
    public async Task A_backup_says_what_it_holds_and_is_known_to_the_product_afterwards()
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal(0, await BackupCommand.RunAsync(office.Services, ["backup", Backup], output, errors, Cancel));
        Assert.Equal("", errors.ToString());
        var said = output.ToString();
        Assert.Contains("内容：办件24件", said, StringComparison.Ordinal);
        Assert.Contains($"SHA-256：{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Backup, Cancel)))}", said, StringComparison.Ordinal);

        using var admin = await office.AsAsync("zhouyiming");
        Assert.Contains("proposals.backup，", await admin.GetStringAsync("/admin/health", Cancel), StringComparison.Ordinal);

        Assert.Equal(1, await BackupCommand.RunAsync(office.Services, ["backup", Backup], output, errors, Cancel));
        Assert.Contains("已经存在", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await BackupCommand.RunAsync(office.Services, ["backup", Backup, "--overwrite"], output, errors, Cancel));
        Assert.Equal(1, await BackupCommand.RunAsync(office.Services, ["backup", Path.Combine(folder, "nowhere", "x")], output, errors, Cancel));
        Assert.Equal(2, await BackupCommand.RunAsync(office.Services, ["backup"], output, errors, Cancel));
        Assert.Equal(2, await RestoreCommand.RunAsync(office.Services, ["restore", Path.Combine(folder, "none")], output, errors, Cancel));
    }

    [Fact]
    public async Task A_database_that_somebody_works_with_is_not_replaced()
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal(0, await BackupCommand.RunAsync(office.Services, ["backup", Backup], output, errors, Cancel));
        await using var scene = await RestoredBureau.EmptyAsync();
        Assert.NotNull((await scene.LoadAsync(Backup)).Report);
        await using var held = PersistenceRegistration.Open(scene.Connection);
        await held.Database.OpenConnectionAsync(Cancel);
        Assert.Equal(24, await held.Cases.CountAsync(Cancel));

        Assert.Equal("restore.in-use", (await scene.LoadAsync(Backup, replaces: true)).Refusal?.Code);
        Assert.Equal(24, await held.Cases.CountAsync(Cancel));
    }

    [Fact]
    public async Task What_is_there_is_replaced_only_on_demand_and_kept_aside()
    {
        await SaveDemoAsync();
        await using var scene = await RestoredBureau.EmptyAsync();
        Assert.Null((await scene.LoadAsync(Backup)).Refusal);
        await scene.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == "12").ExecuteUpdateAsync(set => set.SetProperty(subject => subject.CaseNumber, "1200"), Cancel));

        Assert.Equal("restore.not-empty", (await scene.LoadAsync(Backup)).Refusal?.Code);
        Assert.Equal(1, await scene.ReadAsync(db => db.Cases.CountAsync(subject => subject.CaseNumber == "1200")));

        var (report, refusal) = await scene.LoadAsync(Backup, replaces: true);
        Assert.Null(refusal);
        Assert.Equal(0, await scene.ReadAsync(db => db.Cases.CountAsync(subject => subject.CaseNumber == "1200")));
        Assert.Equal(["Restore"], await scene.ReadAsync(db => db.AuditEntries.Where(entry => entry.Subject == BackupNote.Chain).Select(entry => entry.Act).ToListAsync()));
        var aside = report?.KeptAside ?? "";
        if (TestDatabase.PostgresServer is null)
            Assert.True(File.Exists(aside), aside);
        else
            Assert.Equal(1, await scene.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*)::int AS \"Value\" FROM pg_tables WHERE tablename = 'cases' AND schemaname = {aside.Split(' ')[1]}").SingleAsync()));
    }

    [Fact]
    public async Task A_file_that_is_not_ours_or_not_whole_changes_nothing()
    {
        await SaveDemoAsync();
        var bytes = await File.ReadAllBytesAsync(Backup, Cancel);
        await using var scene = await RestoredBureau.EmptyAsync();
        foreach (var (code, content) in new[]
        {
            ("restore.not-ours", "the minutes of a meeting"u8.ToArray()),
            ("restore.not-ours", []),
            ("restore.of-other-kind", TestDatabase.PostgresServer is null ? [.. "PGDMP"u8, .. new byte[100]] : [.. "SQLite format 3\0"u8, .. new byte[100]]),
            ("restore.damaged", bytes[..(bytes.Length / 2)]),
        })
        {
            var file = Path.Combine(folder, $"{Guid.NewGuid()}");
            await File.WriteAllBytesAsync(file, content, Cancel);
            Assert.Equal(code, (await scene.LoadAsync(file)).Refusal?.Code);
        }

        Assert.Null((await scene.LoadAsync(Backup)).Refusal);
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_not_taken()
    {
        await using var office = await Office.OpenAsync();
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_Later', '99')", Cancel));
        Assert.Equal(0, await BackupCommand.RunAsync(office.Services, ["backup", Backup], output, errors, Cancel));

        await using var scene = await RestoredBureau.EmptyAsync();
        var refusal = (await scene.LoadAsync(Backup)).Refusal;
        Assert.Equal(("restore.newer", "20991231000000_Later"), (refusal?.Code, refusal?.Arguments[1]));
    }

    [Fact]
    public async Task A_backup_of_an_older_version_is_brought_up_to_date()
    {
        await using var older = await TestDatabase.EmptyAsync();
        await using (var db = PersistenceRegistration.Open(older.Connection))
        {
            await db.GetService<IMigrator>().MigrateAsync("Ground", Cancel);
        }

        var (content, refusal) = await RestoredBureau.WithAsync<IDatabaseCopy, (CopyContent?, Refusal?)>(older.Connection, copy => copy.SaveAsync(Backup, Cancel));
        Assert.Null(refusal);
        Assert.EndsWith("_Ground", content?.Schema, StringComparison.Ordinal);

        await using var scene = await RestoredBureau.EmptyAsync();
        var (report, notRestored) = await scene.LoadAsync(Backup);
        Assert.Null(notRestored);
        Assert.Contains(report?.Migrated ?? [], migration => migration.EndsWith("_OfficeYear", StringComparison.Ordinal));
        Assert.Empty(await scene.ReadAsync(db => db.Database.GetPendingMigrationsAsync(Cancel)));
    }

    [Fact]
    public async Task What_was_tampered_with_is_restored_and_named()
    {
        await using var office = await Office.OpenAsync();
        var id = await office.ReadAsync(db => db.Cases.Where(subject => subject.CaseNumber == "12").Select(subject => subject.Id).SingleAsync());
        var paper = await office.ReadAsync(db => db.Files.Where(file => file.CaseId == id).OrderBy(file => file.Id).Select(file => new { file.Name, file.ContentId }).FirstAsync());
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM audit_entries WHERE \"Subject\" = {0} AND \"Number\" = 3", [CaseActs.SubjectOf(id)], Cancel));
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE file_contents SET \"Bytes\" = {0} WHERE \"Id\" = {1}", ["other"u8.ToArray(), paper.ContentId.Value], Cancel));
        Assert.Equal(0, await BackupCommand.RunAsync(office.Services, ["backup", Backup], output, errors, Cancel));

        await using var scene = await RestoredBureau.EmptyAsync();
        var report = (await scene.LoadAsync(Backup)).Report;

        Assert.Equal(1, await VerifyCommand.RunAsync(office.Services, output, errors, Cancel));
        Assert.Contains($"留痕链 {CaseActs.SubjectOf(id)} 从第3项起不完整", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal([new BadChain(CaseActs.SubjectOf(id), 3)], report?.Check.BadChains);
        Assert.Contains(report?.Check.BadFiles ?? [], file => file.StartsWith(paper.Name, StringComparison.Ordinal));
        Assert.Equal(24, await scene.ReadAsync(db => db.Cases.CountAsync()));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task SaveDemoAsync()
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal(0, await BackupCommand.RunAsync(office.Services, ["backup", Backup], output, errors, Cancel));
        output.GetStringBuilder().Clear();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
