using System.Text.Json;
using Hangfire;
using Proposals.ElsaServer.Signing;

namespace Proposals.ElsaServer.Jobs;

/// <summary>Wakes Web's sweep of deadlines: it claims the rungs that have come, and each becomes a job of its own. The sweep finds its work itself, so a lost call needs no repetition.</summary>
internal sealed class WakeSweep(WebLink web, IBackgroundJobClient jobs)
{
    public const string Id = "wake-sweep";

    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new { about = "sweep", wakeId = Guid.NewGuid() });
        var answer = await web.AskAsync<SweepAnswer>(WebLink.SweepPath, body, cancellationToken);

        // A process that ends here loses its queue at most: Web hands a claim out again that nobody raises.
        foreach (var rung in answer.Rungs)
            jobs.Enqueue<RaiseRung>(job => job.RunAsync(rung, CancellationToken.None));
    }

    private sealed record SweepAnswer(IReadOnlyList<Guid> Rungs, int Left);
}
