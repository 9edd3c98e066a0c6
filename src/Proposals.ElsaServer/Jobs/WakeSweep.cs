using System.Text.Json;
using Hangfire;
using Microsoft.Extensions.Options;
using Proposals.ElsaServer.Signing;

namespace Proposals.ElsaServer.Jobs;

/// <summary>Wakes Web's sweep of deadlines. The sweep finds its own work, so a lost call needs no repetition: the next one comes soon.</summary>
internal sealed class WakeSweep(WebLink web, IOptions<ElsaServerOptions> options, TimeProvider clock)
{
    public const string Id = "wake-sweep";

    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SweepUrl is not { } address)
            return;

        var body = JsonSerializer.Serialize(new { wakeId = Guid.NewGuid(), at = clock.GetUtcNow() });
        await web.TellAsync(address, body, cancellationToken);
    }
}
