using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Proposals.Web.Accounts;

namespace Proposals.Web.Security;

/// <summary>Who sends too often is told so, and when to come again.</summary>
public static class RateLimits
{
    /// <summary>Pages whose form carries a password.</summary>
    public const string Passwords = nameof(Passwords);

    /// <summary>What is open to whoever has its address.</summary>
    public const string Feeds = nameof(Feeds);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    internal static void AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, options) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    TellToWait(rejected.HttpContext.Response, wait);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Passwords, context => HttpMethods.IsPost(context.Request.Method)
                ? Window($"address {context.Connection.RemoteIpAddress}", options.Value.SignInsPerAddress)
                : RateLimitPartition.GetNoLimiter("reading"));
            limiter.AddPolicy(Feeds, context => Window($"feeds {context.Connection.RemoteIpAddress}", options.Value.FeedsPerAddress));
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.IsSignedIn() && CarriesFiles(context.Request)
                ? Window($"person {context.User.PersonId()}", options.Value.UploadsPerPerson)
                : RateLimitPartition.GetNoLimiter("no files"));
        });
        services.AddSingleton<NameLimit>();
    }

    internal static void TellToWait(HttpResponse response, TimeSpan wait)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The page about a refusal is drawn within the same request, and counts no second time.</summary>
    private static bool CarriesFiles(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static RateLimitPartition<string> Window(string who, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Minute, QueueLimit = 0 });
}
