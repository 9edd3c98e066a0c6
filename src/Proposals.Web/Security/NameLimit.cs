using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Proposals.Web.Security;

/// <summary>One user name tried from many addresses. Its own, because the name stands in the form and not in the address.</summary>
public sealed class NameLimit(IOptions<RateLimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> tries = PartitionedRateLimiter.Create<string, string>(name => RateLimitPartition.GetFixedWindowLimiter(
        name, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.SignInsPerName, Window = Window, QueueLimit = 0 }));

    /// <returns>How long to wait; null where the name may be tried.</returns>
    public TimeSpan? Wait(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var lease = tries.AttemptAcquire(name.ToUpperInvariant());
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void Dispose() => tries.Dispose();
}
