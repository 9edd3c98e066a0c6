using System.Text;

namespace Proposals.Operations;

/// <summary>What a file says it is in its first bytes.</summary>
internal static class BackupKind
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private static readonly (string Kind, byte[] Begins)[] Known = [(Sqlite, Encoding.ASCII.GetBytes("SQLite format 3\0")), (Postgres, Encoding.ASCII.GetBytes("PGDMP"))];

    public static async Task<string?> OfAsync(string file, CancellationToken cancellationToken)
    {
        var first = new byte[16];
        await using var stream = File.OpenRead(file);
        var read = await stream.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken);
        return Array.Find(Known, known => first.AsSpan(0, read).StartsWith(known.Begins)).Kind;
    }
}
