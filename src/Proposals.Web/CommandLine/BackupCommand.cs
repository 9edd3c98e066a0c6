using Proposals.Operations;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- backup FILE</c>: the whole database in one file, while the office works.</summary>
internal static class BackupCommand
{
    public const string Usage = "usage: backup FILE [--overwrite]";

    public static bool Asked(string[] args) => args is ["backup", ..];

    /// <returns>0 where the backup is there and whole, 1 where it is not, 2 where it was not said what to do.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        if (BackupWords.Arguments(args, "--overwrite") is not var (file, overwrites))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        var words = ActivatorUtilities.CreateInstance<BackupWords>(scope.ServiceProvider);
        var full = TypedPath.Of(file);
        var (note, refusal) = await scope.ServiceProvider.GetRequiredService<BackupDesk>().SaveAsync(full, overwrites, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        if (note is null)
            return await words.RefuseAsync(refusal, errors);
        await output.WriteLineAsync(words.Text["Command_Backup", full]);
        await words.DescribeAsync(note, output);
        return 0;
    }
}
