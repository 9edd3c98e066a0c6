using Proposals.Acts;

namespace Proposals.Operations;

public static class BackupRefusals
{
    public static Refusal NoFolder(string folder) => new("backup.no-folder", folder);

    public static Refusal Exists(string file) => new("backup.exists", file);

    public static Refusal NoDatabase(string where) => new("backup.no-database", where);

    public static Refusal NotWritten(string file, string why) => new("backup.not-written", file, why);

    /// <summary>The database itself is damaged: what was copied is not what a backup promises.</summary>
    public static Refusal SourceDamaged(string where, string why) => new("backup.source-damaged", where, why);

    public static Refusal NoTool(string tool) => new("backup.no-tool", tool);

    public static Refusal NotOurs(string file) => new("restore.not-ours", file);

    public static Refusal Damaged(string file, string why) => new("restore.damaged", file, why);

    public static Refusal OfOtherKind(string file, string kind) => new("restore.of-other-kind", file, kind);

    public static Refusal Newer(string file, string migration) => new("restore.newer", file, migration);

    public static Refusal NotEmpty(string where) => new("restore.not-empty", where);

    public static Refusal InUse(string where) => new("restore.in-use", where);

    public static Refusal NotRestored(string where, string why) => new("restore.not-restored", where, why);
}
