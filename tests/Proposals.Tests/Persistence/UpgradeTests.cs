using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Proposals.Designer;
using Proposals.Persistence;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Persistence;

/// <summary>Databases of earlier editions: brought up to date, everything in them is still there and means the same.</summary>
public sealed class UpgradeTests
{
    private const string Failed = """{"counter":7,"format":1,"instance":"019d9905-fe00-7000-801b-50f0e57fdff2","queue":["decide"],"status":"Faulted"}""";

    private static readonly Guid caseId = Guid.Parse("019d9905-fe00-7000-801b-50f0e57fdff2");
    private static readonly Guid[] versionIds = [.. Enumerable.Range(1, 3).Select(number => Guid.Parse($"00000000-0000-0000-0000-00000000000{number}"))];

    [Fact]
    public async Task A_case_that_ran_before_there_were_drafts_children_and_incidents_runs_on()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.EmptyAsync();
        await using var db = Open(database);
        await db.GetService<IMigrator>().MigrateAsync("Ground", token);
        await InsertAsync(db, "cases", new() { ["Id"] = caseId });
        for (var version = 1; version <= 3; version++)
        {
            await InsertAsync(db, "workflow_definitions", new()
            {
                ["Id"] = versionIds[version - 1], ["DefinitionId"] = "proposal-handling", ["Version"] = version, ["Sha256"] = $"hash-{version}",
                ["IsPublished"] = version == 2, ["CreatedAt"] = $"2026-03-0{version} 02:00:00",
            });
        }

        await InsertAsync(db, "workflow_instances", new() { ["CaseId"] = caseId, ["DefinitionVersionId"] = versionIds[0], ["State"] = Failed, ["FaultCode"] = "script.error", ["FaultDetail"] = "no such word" });

        await db.Database.MigrateAsync(token);

        var incident = await db.Incidents.SingleAsync(token);
        Assert.Equal(($"{caseId}.8", caseId, "decide", "script.error", "no such word", true), (incident.Id, incident.CaseId.Value, incident.ActivityId, incident.Code, incident.Detail, incident.IsOpen));
        var instance = await db.WorkflowInstances.SingleAsync(token);
        Assert.Equal((caseId.ToString(), caseId, null, 0, Failed), (instance.Id, instance.CaseId.Value, instance.ParentInstanceId, instance.Level, instance.State));
        var versions = await db.WorkflowDefinitions.OrderBy(version => version.Version).ToListAsync(token);
        Assert.Equal([false, false, true], versions.Select(version => version.IsLatest));
        Assert.Equal([versions[0].CreatedAt, versions[1].CreatedAt, null], versions.Select(version => version.PublishedAt));
        Assert.All(versions, version => Assert.Equal((DefinitionOrigin.Shipped, version.CreatedAt, version.Version), (version.Origin, version.SavedAt, version.Revision)));
        Assert.Equal(["hash-1", "hash-2", "hash-3"], await db.ShippedDefinitions.Select(shipped => shipped.Sha256).Order().ToListAsync(token));
    }

    [Fact]
    public async Task A_paper_kept_before_papers_were_shared_opens_as_before()
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.EmptyAsync();
        var (caseId, fileId, replyId) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using var db = Open(database);
        await db.GetService<IMigrator>().MigrateAsync("ActivityKeys", token);
        await InsertAsync(db, "cases", new() { ["Id"] = caseId, ["IsKey"] = true });
        await InsertAsync(db, "replies", new() { ["Id"] = replyId, ["CaseId"] = caseId, ["DrafterId"] = caseId });
        await InsertAsync(db, "files", new() { ["Id"] = fileId, ["CaseId"] = caseId, ["Name"] = "交办单.png", ["UploadedAt"] = "2026-03-18 02:00:00", ["UploadedById"] = caseId });
        await InsertAsync(db, "file_contents", new() { ["Id"] = fileId });

        await db.Database.MigrateAsync(token);

        var paper = await db.Files.Include(file => file.Content).SingleAsync(token);
        Assert.Equal(("交办单.png", fileId, fileId), (paper.Name, paper.ContentId.Value, paper.Content.Id.Value));
        Assert.Equal(["District"], await db.Database.SqlQueryRaw<string>("SELECT \"KeyLevel\" AS \"Value\" FROM cases").ToListAsync(token));
        Assert.Equal(["ReplyLetter"], await db.Database.SqlQueryRaw<string>("SELECT \"Kind\" AS \"Value\" FROM replies").ToListAsync(token));
    }

    private static ProposalsDbContext Open(TestDatabase database) => PersistenceRegistration.IsPostgres(database.Connection)
        ? new PostgresProposalsDbContext(new DbContextOptionsBuilder<PostgresProposalsDbContext>().UseNpgsql(database.Connection).Options)
        : new SqliteProposalsDbContext(new DbContextOptionsBuilder<SqliteProposalsDbContext>().UseSqlite(database.Connection).Options);

    /// <summary>A row with what is said here, and something that fits in every other column that must have a value.</summary>
    private static async Task InsertAsync(ProposalsDbContext db, string table, Dictionary<string, object> said)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        List<DbColumn> columns;
        // Npgsql asks whether a column may be null only when told to; SQLite knows anyway, and takes no such wish.
        await using (var reader = await command.ExecuteReaderAsync(TestDatabase.PostgresServer is null ? CommandBehavior.Default : CommandBehavior.KeyInfo))
        {
            columns = [.. (await reader.GetColumnSchemaAsync()).Where(column => column.AllowDBNull == false || said.ContainsKey(column.ColumnName))];
        }

        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column.ColumnName}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select(column => Literal(said.GetValueOrDefault(column.ColumnName), column.DataTypeName ?? "")))})";
        await command.ExecuteNonQueryAsync();
    }

    private static string Literal(object? said, string type) => said switch
    {
        // SQLite keeps ids in capitals.
        Guid id => $"'{(type == "uuid" ? id.ToString() : id.ToString().ToUpperInvariant())}'",
        bool flag when type == "boolean" => flag ? "TRUE" : "FALSE",
        bool flag => flag ? "1" : "0",
        not null => string.Create(CultureInfo.InvariantCulture, $"'{said}'"),
        _ when type is "date" || type.StartsWith("timestamp", StringComparison.Ordinal) => "'2026-03-17'",
        _ => type is "integer" or "INTEGER" ? "0" : type == "boolean" ? "FALSE" : "''",
    };
}
