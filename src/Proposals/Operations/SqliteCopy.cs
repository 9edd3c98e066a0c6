using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Operations;

/// <summary>An embedded database is one file, and its backup is one too.</summary>
/// <remarks>
/// Copied in one step: in WAL mode its readers hinder no writer. Measured on 200 MB under writes: 1.9 s, and writes as fast as alone. Step by step it begins
/// anew with each write and never comes to an end; VACUUM INTO takes 15 s and slows the writers fourfold.
/// </remarks>
internal sealed class SqliteCopy(string connection) : IDatabaseCopy
{
    private const int NotADatabase = 26;
    private const int Busy = 5;
    private const int Locked = 6;

    private readonly string path = Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);

    public async Task<(CopyContent? Content, Refusal? Refusal)> SaveAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return (null, BackupRefusals.NoDatabase(path));
        try
        {
            await using (var source = Open(path, SqliteOpenMode.ReadWrite))
            await using (var target = Open(file, SqliteOpenMode.ReadWriteCreate))
            {
                await Task.Run(() => source.BackupDatabase(target), cancellationToken);
                Text(target, "PRAGMA journal_mode=DELETE");
                if (Text(target, "PRAGMA integrity_check") is var said && said != "ok")
                    return (null, BackupRefusals.SourceDamaged(path, said));
                if (Migrations(target) is not { Count: > 0 } migrations)
                    return (null, BackupRefusals.NoDatabase(path));
                return (new CopyContent(migrations[^1], Count(target, "cases"), Count(target, "audit_entries")), null);
            }
        }
        catch (SqliteException failed)
        {
            return (null, BackupRefusals.NotWritten(file, failed.Message));
        }
    }

    public async Task<(IReadOnlyList<string> Migrations, Refusal? Refusal)> ExamineAsync(string file, CancellationToken cancellationToken)
    {
        if (await BackupKind.OfAsync(file, cancellationToken) is var kind && kind != BackupKind.Sqlite)
            return ([], kind is null ? BackupRefusals.NotOurs(file) : BackupRefusals.OfOtherKind(file, kind));
        try
        {
            await using var opened = Open(file, SqliteOpenMode.ReadOnly);
            if (Text(opened, "PRAGMA integrity_check") is var said && said != "ok")
                return ([], BackupRefusals.Damaged(file, said));
            return Migrations(opened) is { Count: > 0 } migrations ? (migrations, null) : ([], BackupRefusals.NotOurs(file));
        }
        catch (SqliteException failed)
        {
            return ([], failed.SqliteErrorCode == NotADatabase ? BackupRefusals.NotOurs(file) : BackupRefusals.Damaged(file, failed.Message));
        }
    }

    public async Task<(string? KeptAside, Refusal? Refusal)> LoadAsync(string file, bool replaces, DateTimeOffset now, Func<ProposalsDbContext, Task> finish, CancellationToken cancellationToken)
    {
        if (LayDown(replaces) is { } refusal)
            return (null, refusal);
        var part = path + ".restoring";
        try
        {
            File.Copy(file, part, overwrite: true);
            await using (var restored = PersistenceRegistration.Open($"Data Source={part};Pooling=False"))
            {
                await finish(restored);
            }

            await using (var whole = Open(part, SqliteOpenMode.ReadWrite))
            {
                Text(whole, "PRAGMA journal_mode=DELETE");
            }

            string? aside = null;
            if (File.Exists(path))
            {
                aside = string.Create(CultureInfo.InvariantCulture, $"{path}.before-{now:yyyyMMdd-HHmmss}");
                File.Move(path, aside);
            }

            File.Move(part, path);
            return (aside, null);
        }
        catch (Exception failed) when (failed is SqliteException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            return (null, BackupRefusals.NotRestored(path, failed.Message));
        }
        finally
        {
            foreach (var left in new[] { part, part + "-wal", part + "-shm" })
                File.Delete(left);
        }
    }

    /// <summary>Has everything written into the one file. It only goes while nobody else has the file open, so it tells at the same time whether the product runs.</summary>
    private Refusal? LayDown(bool replaces)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var there = Open(path, SqliteOpenMode.ReadWrite);
            if (!replaces && Text(there, "SELECT COUNT(*) FROM sqlite_master") != "0")
                return BackupRefusals.NotEmpty(path);
            return Text(there, "PRAGMA journal_mode=DELETE") == "delete" ? null : BackupRefusals.InUse(path);
        }
        catch (SqliteException failed) when (failed.SqliteErrorCode is Busy or Locked)
        {
            return BackupRefusals.InUse(path);
        }
        catch (SqliteException) when (replaces)
        {
            // What is there is damaged, which is why it is replaced; it is kept all the same.
            return null;
        }
        catch (SqliteException failed)
        {
            return BackupRefusals.NotRestored(path, failed.Message);
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        opened.Open();
        return opened;
    }

    private static List<string> Migrations(SqliteConnection opened)
    {
        var found = new List<string>();
        if (Text(opened, "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('__EFMigrationsHistory', 'cases', 'audit_entries')") != "3")
            return found;
        using var command = opened.CreateCommand();
        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return found;
    }

    private static int Count(SqliteConnection opened, string table) => int.Parse(Text(opened, $"SELECT COUNT(*) FROM {table}"), CultureInfo.InvariantCulture);

    private static string Text(SqliteConnection opened, string sql)
    {
        using var command = opened.CreateCommand();
#pragma warning disable CA2100 // Each of them is written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
