using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Proposals.Persistence;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Persistence;

public sealed class MigrationTests
{
    [Fact]
    public void Both_migrations_say_what_the_model_says()
    {
        using var sqlite = new SqliteProposalsDbContext(new DbContextOptionsBuilder<SqliteProposalsDbContext>().UseSqlite("Data Source=:memory:").Options);
        using var postgres = new PostgresProposalsDbContext(new DbContextOptionsBuilder<PostgresProposalsDbContext>().UseNpgsql("Host=localhost").Options);
        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Ids_made_within_one_millisecond_keep_their_order_in_both_databases()
    {
        var now = new DateTimeOffset(2025, 3, 17, 2, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 500).Select(_ => TimedId.At(now)).ToList();

        Assert.Equal(ids, ids.OrderBy(id => id.ToString("D"), StringComparer.Ordinal));
        Assert.Equal(ids, ids.Order());
    }

    [Fact]
    public async Task An_upgrade_that_was_killed_on_its_way_keeps_nobody_out()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.EmptyAsync();
        await using var db = PersistenceRegistration.Open(database.Connection);
        await db.GetService<IMigrator>().MigrateAsync("Ground", token);
        if (TestDatabase.PostgresServer is null)
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-11-23 08:00:00')", token);

        await DatabaseUpgrade.RunAsync(db, token).WaitAsync(TimeSpan.FromMinutes(1), token);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(token));
    }

    [Fact]
    public async Task An_acknowledged_act_is_written_with_full_synchronisation_on_every_pooled_connection()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is not null, "PRAGMA synchronous is SQLite's; the same suite runs on SQLite as well.");
        await using var bureau = await Bureau.OpenAsync();
        for (var opening = 0; opening < 3; opening++)
        {
            Assert.Equal("2", await bureau.ReadAsync(async db => (await db.Database.SqlQueryRaw<string>("PRAGMA synchronous").ToListAsync()).Single()));
        }
    }
}
