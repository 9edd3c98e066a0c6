using Proposals.Operations;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- restore FILE</c>: a backup becomes the database, and is read through before it says so.</summary>
internal static class RestoreCommand
{
    public const string Usage = "usage: restore FILE [--replace]";

    public static bool Asked(string[] args) => args is ["restore", ..];

    /// <returns>0 where everything is restored and whole, 1 where nothing was restored or something in it is not whole, 2 where there is no such file.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        if (BackupWords.Arguments(args, "--replace") is not var (named, replaces))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        if (TypedPath.Find(named) is not { } file)
        {
            await errors.WriteLineAsync($"{named}: no such file");
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        var words = ActivatorUtilities.CreateInstance<BackupWords>(scope.ServiceProvider);
        var (report, refusal) = await scope.ServiceProvider.GetRequiredService<RestoreDesk>().LoadAsync(file, replaces, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        if (report is null)
            return await words.RefuseAsync(refusal, errors);
        await output.WriteLineAsync(words.Text["Command_Restored", file]);
        await words.DescribeAsync(report.Note, output);
        if (report.Migrated.Count > 0)
            await output.WriteLineAsync(words.Text["Command_Migrated", string.Join(", ", report.Migrated)]);
        if (report.KeptAside is { } kept)
            await output.WriteLineAsync(words.Text["Command_KeptAside", kept]);

        // What is not whole is restored all the same: it may be all that there is, and now it is known.
        return await words.JudgeAsync(report.Check, output, errors);
    }
}
