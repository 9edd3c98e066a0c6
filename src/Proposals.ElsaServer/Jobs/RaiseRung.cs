using System.Text.Json;
using Hangfire;
using Proposals.ElsaServer.Signing;

namespace Proposals.ElsaServer.Jobs;

/// <summary>Has Web raise one rung that it claimed. Tried again until it is answered; what was raised before is raised no second time. The job carries the id only, so that Hangfire's tables show nothing of the case.</summary>
internal sealed class RaiseRung(WebLink web)
{
    [AutomaticRetry(Attempts = 10)]
    public Task RunAsync(Guid rung, CancellationToken cancellationToken) =>
        web.TellAsync(WebLink.RaiseRungPath, JsonSerializer.Serialize(new { about = "raise-rung", callId = Guid.NewGuid(), rungId = rung }), cancellationToken);
}
