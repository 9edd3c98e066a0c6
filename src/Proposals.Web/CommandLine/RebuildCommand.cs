using Proposals.Deadlines;
using Proposals.Operations;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- rebuild</c>: adds every date up anew from its facts and prints where the database says otherwise; nothing is expected.</summary>
internal static class RebuildCommand
{
    public static bool Asked(string[] args) => args is ["rebuild", ..];

    /// <returns>0 where nothing differs, 1 where something does, 2 for a wrong command line.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        if (args is not [_])
        {
            await errors.WriteLineAsync("usage: rebuild");
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<RuleShelf>().RefreshAsync(OfficeClock.Day(now), cancellationToken);
        var found = false;
        await foreach (var one in scope.ServiceProvider.GetRequiredService<DateRebuild>().RunAsync(now, cancellationToken))
        {
            found = true;
            await output.WriteLineAsync($"{one.CaseId} {one.ItemKind} {one.CaseNumber}: {one.Difference.What} is {one.Difference.Stored}, adds up to {one.Difference.Computed}");
        }

        return found ? 1 : 0;
    }
}
