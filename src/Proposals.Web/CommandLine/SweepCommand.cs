using System.Globalization;
using Proposals.Deadlines;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- sweep [--at TIME]</c>: raises every rung that has come, as the running product does each minute. It may run beside it.</summary>
internal static class SweepCommand
{
    private const string Usage = "usage: sweep [--at yyyy-MM-ddTHH:mm]";
    private const string Written = "yyyy-MM-dd'T'HH:mm";

    public static bool Asked(string[] args) => args is ["sweep", ..];

    /// <param name="isDevelopment">Only there may the time lie in the future: what is raised early cannot be taken back.</param>
    /// <returns>0 where all that was due is raised, 1 where something is left for the next sweep, 2 for a wrong command line.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, bool isDevelopment, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (at, wrong) = Read(args, now, isDevelopment);
        if (wrong is not null)
        {
            await errors.WriteLineAsync(wrong);
            return 2;
        }

        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RuleShelf>().RefreshAsync(OfficeClock.Day(at), cancellationToken);
        }

        var result = await services.GetRequiredService<RungSweep>().RunAsync(at, cancellationToken);
        await output.WriteLineAsync($"{result.Raised} raised, {result.Skipped} passed over, {result.Left} left");
        return result.Left > 0 ? 1 : 0;
    }

    private static (DateTimeOffset At, string? Wrong) Read(string[] args, DateTimeOffset now, bool isDevelopment)
    {
        switch (args)
        {
            case [_]:
                return (now, null);
            case [_, "--at", var text]:
                if (!DateTime.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
                    return (now, $"'{text}' is no time: write it in the office's zone as yyyy-MM-ddTHH:mm.");
                var day = DateOnly.FromDateTime(local);
                if (!OfficeYears.Hold(day))
                    return (now, $"TIME lies in {day.Year}: the years {OfficeYears.First} to {OfficeYears.Last} can be swept.");
                var at = OfficeClock.At(day, TimeOnly.FromDateTime(local));
                return at > now && !isDevelopment ? (now, "TIME lies in the future: only in Development may it, because what is raised early cannot be taken back.") : (at, null);
            default:
                return (now, Usage);
        }
    }
}
