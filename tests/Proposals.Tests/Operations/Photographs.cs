using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Tests.Operations;

/// <summary>Every row that a case has in any table, as text, by case and revision: what a copy of the database must show of it at that revision.</summary>
internal sealed class Photographs
{
    private readonly ConcurrentDictionary<(CaseId Case, int Revision), string> taken = new();

    public int Count => taken.Count;

    public void Keep(CaseId id, int revision, string rows) => taken[(id, revision)] = rows;

    public string Of(CaseId id, int revision) => taken.TryGetValue((id, revision), out var rows) ? rows : $"no photograph of {id} at revision {revision}";

    public static async Task<string> TakeAsync(ProposalsDbContext db, CaseId id)
    {
        var rows = new StringBuilder();
        var tables = db.Model.GetEntityTypes().Select(type => (Name: type.GetTableName() ?? "", Column: type.ClrType == typeof(ProposalCase) ? "Id" : type.FindProperty("CaseId") is null ? "" : "CaseId"))
            .Where(table => table.Column.Length > 0).Distinct().OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        Assert.True(tables.Count > 15, "The tables of a case are not found any more.");
        foreach (var (name, column) in tables)
        {
            // A paper is stored before the act that makes it part of the case, so that a refused form loses none.
            var ofTheCase = name == "files" ? " AND \"AttachedTo\" IS NOT NULL" : "";
            await RowsAsync(db, $"SELECT * FROM \"{name}\" WHERE \"{column}\" = @value{ofTheCase}", id.Value, name, rows);
        }

        foreach (var name in new[] { "reply_versions", "reply_reviews", "reply_deliveries" })
            await RowsAsync(db, $"SELECT * FROM {name} WHERE \"ReplyId\" IN (SELECT \"Id\" FROM replies WHERE \"CaseId\" = @value)", id.Value, name, rows);
        await RowsAsync(db, "SELECT * FROM audit_entries WHERE \"Subject\" = @value", CaseActs.SubjectOf(id), "audit_entries", rows);
        return rows.ToString();
    }

    private static async Task RowsAsync(ProposalsDbContext db, string sql, object value, string table, StringBuilder rows)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "value";
        parameter.Value = value is Guid id && db is SqliteProposalsDbContext ? id.ToString().ToUpperInvariant() : value;
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add($"{table}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column))))}");

        // A database owes no order without being asked for one, and each table has another key.
        lines.Sort(StringComparer.Ordinal);
        lines.ForEach(line => rows.AppendLine(line));
        await db.Database.CloseConnectionAsync();
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
