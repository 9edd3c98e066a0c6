using Proposals.Operations;
using Proposals.Persistence;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- verify</c>: reads the whole database through and names what is not as it was recorded.</summary>
internal static class VerifyCommand
{
    public static bool Asked(string[] args) => args is ["verify", ..];

    /// <returns>0 where every chain, paper and reference is whole, else 1.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>();

        // At one moment: acts that are recorded meanwhile must not look like holes.
        await using var moment = await ReadMoment.BeginAsync(db, cancellationToken);
        var check = await DatabaseCheck.RunAsync(db, cancellationToken);
        return await ActivatorUtilities.CreateInstance<BackupWords>(scope.ServiceProvider).JudgeAsync(check, output, errors);
    }
}
