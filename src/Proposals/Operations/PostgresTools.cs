using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Proposals.Operations;

/// <summary>PostgreSQL's own programs, told by their environment where the database is: a password in an argument could be read by everybody on the machine.</summary>
internal sealed class PostgresTools(NpgsqlConnectionStringBuilder connection)
{
    public const string Dump = "pg_dump";
    public const string Restore = "pg_restore";

    private const string DebianFolder = "/usr/lib/postgresql";

    /// <returns>Null where the program is not on this machine.</returns>
    public async Task<(int Code, string Output, string Errors)?> RunAsync(string tool, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (Find(tool) is not { } program)
            return null;
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Environment())
            start.Environment[name] = value;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, (await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>The PATH first, then the newest of Debian's own folders, which are in no PATH.</summary>
    private static string? Find(string tool)
    {
        var inPath = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, tool));
        var debian = Directory.Exists(DebianFolder)
            ? Directory.EnumerateDirectories(DebianFolder).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin", tool))
            : [];
        return inPath.Concat(OperatingSystem.IsWindows() ? inPath.Select(program => program + ".exe") : []).Concat(debian).FirstOrDefault(File.Exists);
    }

    private Dictionary<string, string?> Environment() => new()
    {
        ["PGHOST"] = connection.Host,
        ["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture),
        ["PGUSER"] = connection.Username,
        ["PGPASSWORD"] = connection.Password,
        ["PGDATABASE"] = connection.Database,
        ["PGAPPNAME"] = "proposals",
        ["PGSSLMODE"] = connection.SslMode switch
        {
            SslMode.VerifyFull => "verify-full",
            SslMode.VerifyCA => "verify-ca",
            var mode => mode.ToString().ToLowerInvariant(),
        },
        ["PGSSLROOTCERT"] = connection.RootCertificate,
        ["LC_MESSAGES"] = "C.UTF-8",
    };
}
