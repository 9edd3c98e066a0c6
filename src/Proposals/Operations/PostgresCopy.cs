using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Operations;

/// <summary>A server's database by its own pg_dump and pg_restore, with all its schemas: what shares the database is in the same backup.</summary>
internal sealed class PostgresCopy(string connection) : IDatabaseCopy
{
    private const string OwnSchemas = "nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND nspname NOT LIKE '%\\_before\\_%'";

    private readonly NpgsqlConnectionStringBuilder where = new(connection) { Pooling = false };

    private string Where => $"{where.Host}:{where.Port}/{where.Database}";

    /// <summary>The figures and the dump see one and the same moment, by the snapshot that they share.</summary>
    public async Task<(CopyContent? Content, Refusal? Refusal)> SaveAsync(string file, CancellationToken cancellationToken)
    {
        await using var opened = await OpenAsync(cancellationToken);
        await using var transaction = await opened.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var snapshot = await TextAsync(opened, "SELECT pg_export_snapshot()", cancellationToken);
        if (await TextAsync(opened, "SELECT COUNT(*) FROM pg_tables WHERE tablename IN ('__EFMigrationsHistory', 'cases', 'audit_entries')", cancellationToken) != "3")
            return (null, BackupRefusals.NoDatabase(Where));
        var content = new CopyContent(
            await TextAsync(opened, "SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\"", cancellationToken),
            await CountAsync(opened, "SELECT COUNT(*) FROM cases", cancellationToken),
            await CountAsync(opened, "SELECT COUNT(*) FROM audit_entries", cancellationToken));
        return await RunAsync(PostgresTools.Dump, cancellationToken, "--format=custom", $"--snapshot={snapshot}", $"--file={file}", "--exclude-schema=*_before_*") switch
        {
            null => (null, BackupRefusals.NoTool(PostgresTools.Dump)),
            { Code: not 0, Errors: var errors } => (null, BackupRefusals.NotWritten(file, errors)),
            _ => (content, null),
        };
    }

    public async Task<(IReadOnlyList<string> Migrations, Refusal? Refusal)> ExamineAsync(string file, CancellationToken cancellationToken)
    {
        if (await BackupKind.OfAsync(file, cancellationToken) is var kind && kind != BackupKind.Postgres)
            return ([], kind is null ? BackupRefusals.NotOurs(file) : BackupRefusals.OfOtherKind(file, kind));

        // Unpacked to its end into nothing: what was cut off or changed shows here, before the database is touched.
        return await RunAsync(PostgresTools.Restore, cancellationToken, $"--file={(OperatingSystem.IsWindows() ? "NUL" : "/dev/null")}", file) switch
        {
            null => ([], BackupRefusals.NoTool(PostgresTools.Restore)),
            { Code: not 0, Errors: var errors } => ([], BackupRefusals.Damaged(file, errors)),
            _ => await RunAsync(PostgresTools.Restore, cancellationToken, "--data-only", "--table=__EFMigrationsHistory", "--file=-", file) is { Code: 0, Output: var rows } && Migrations(rows) is { Count: > 0 } migrations
                ? (migrations, null)
                : ([], BackupRefusals.NotOurs(file)),
        };
    }

    public async Task<(string? KeptAside, Refusal? Refusal)> LoadAsync(string file, bool replaces, DateTimeOffset now, Func<ProposalsDbContext, Task> finish, CancellationToken cancellationToken)
    {
        await using var opened = await OpenAsync(cancellationToken);
        if (await CountAsync(opened, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", cancellationToken) > 0)
            return (null, BackupRefusals.InUse(Where));
        var isEmpty = await CountAsync(opened, $"SELECT COUNT(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE relkind = 'r' AND {OwnSchemas}", cancellationToken) == 0;
        if (!isEmpty && !replaces)
            return (null, BackupRefusals.NotEmpty(Where));
        var ending = string.Create(CultureInfo.InvariantCulture, $"_before_{now:yyyyMMddHHmmss}");
        var aside = await SchemasAsync(opened, cancellationToken);
        await RenameAsync(opened, aside, schema => schema, schema => schema + ending, cancellationToken);
        await ExecuteAsync(opened, "CREATE SCHEMA IF NOT EXISTS public", cancellationToken);
        try
        {
            var refusal = await FillAsync(file, finish, cancellationToken);
            if (refusal is null)
            {
                if (isEmpty)
                    await DropAsync(opened, aside.ConvertAll(schema => schema + ending), cancellationToken);
                return (isEmpty ? null : string.Join(", ", aside.Select(schema => $"{Where} {schema}{ending}")), null);
            }

            await BackAsync(opened, aside, ending, cancellationToken);
            return (null, refusal);
        }
        catch
        {
            await BackAsync(opened, aside, ending, CancellationToken.None);
            throw;
        }
    }

    private async Task<Refusal?> FillAsync(string file, Func<ProposalsDbContext, Task> finish, CancellationToken cancellationToken)
    {
        switch (await RunAsync(PostgresTools.Restore, cancellationToken, $"--dbname={where.Database}", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", file))
        {
            case null:
                return BackupRefusals.NoTool(PostgresTools.Restore);
            case { Code: not 0, Errors: var errors }:
                return BackupRefusals.NotRestored(Where, errors);
        }

        try
        {
            await using var restored = PersistenceRegistration.Open(where.ConnectionString);
            await finish(restored);
            return null;
        }
        catch (Exception failed) when (failed is NpgsqlException or DbUpdateException)
        {
            return BackupRefusals.NotRestored(Where, failed.Message);
        }
    }

    /// <summary>Everything as it was.</summary>
    private static async Task BackAsync(NpgsqlConnection opened, List<string> aside, string ending, CancellationToken cancellationToken)
    {
        await DropAsync(opened, await SchemasAsync(opened, cancellationToken), cancellationToken);
        await RenameAsync(opened, aside, schema => schema + ending, schema => schema, cancellationToken);
    }

    private static async Task<List<string>> SchemasAsync(NpgsqlConnection opened, CancellationToken cancellationToken)
    {
        var schemas = new List<string>();
        await using var command = Command(opened, $"SELECT nspname FROM pg_namespace WHERE {OwnSchemas} ORDER BY nspname");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            schemas.Add(reader.GetString(0));
        return schemas;
    }

    private static Task RenameAsync(NpgsqlConnection opened, List<string> schemas, Func<string, string> from, Func<string, string> to, CancellationToken cancellationToken) =>
        EachAsync(opened, schemas.ConvertAll(schema => $"ALTER SCHEMA {Quoted(from(schema))} RENAME TO {Quoted(to(schema))}"), cancellationToken);

    private static Task DropAsync(NpgsqlConnection opened, List<string> schemas, CancellationToken cancellationToken) =>
        EachAsync(opened, schemas.ConvertAll(schema => $"DROP SCHEMA {Quoted(schema)} CASCADE"), cancellationToken);

    private static Task EachAsync(NpgsqlConnection opened, List<string> statements, CancellationToken cancellationToken) =>
        statements.Count == 0 ? Task.CompletedTask : ExecuteAsync(opened, string.Join("; ", statements), cancellationToken);

    private static async Task ExecuteAsync(NpgsqlConnection opened, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(opened, sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Ids stand first in each line of a COPY.</summary>
    private static List<string> Migrations(string rows) =>
        [.. rows.Split('\n').SkipWhile(line => !line.StartsWith("COPY ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.StartsWith("\\.", StringComparison.Ordinal)).Select(line => line.Split('\t')[0]).Order(StringComparer.Ordinal)];

    private Task<(int Code, string Output, string Errors)?> RunAsync(string tool, CancellationToken cancellationToken, params string[] arguments) => new PostgresTools(where).RunAsync(tool, arguments, cancellationToken);

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var opened = new NpgsqlConnection(where.ConnectionString);
        await opened.OpenAsync(cancellationToken);
        return opened;
    }

    private static async Task<int> CountAsync(NpgsqlConnection opened, string sql, CancellationToken cancellationToken) => int.Parse(await TextAsync(opened, sql, cancellationToken), CultureInfo.InvariantCulture);

    private static async Task<string> TextAsync(NpgsqlConnection opened, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(opened, sql);
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) ?? "";
    }

#pragma warning disable CA2100 // Each of them is written in this file; names in them are quoted.
    private static NpgsqlCommand Command(NpgsqlConnection opened, string sql) => new(sql, opened);
#pragma warning restore CA2100
}
