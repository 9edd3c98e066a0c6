using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Proposals.Web.Security;

public static class SecurityRegistration
{
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddRateLimits();
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxy) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            headers.ForwardLimit = null;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var address in proxy.Value.Addresses)
                headers.KnownProxies.Add(IPAddress.Parse(address));
            foreach (var network in proxy.Value.Networks)
                headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });

        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);

        // Whatever comes over HTTPS goes back over HTTPS only.
        services.Configure<AntiforgeryOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        return services;
    }

    /// <summary>Before everything else: whatever is answered, by whomever.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.IsAny)
            app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
    }

    /// <summary>Once it is known who asks: what is too much at once, or too often.</summary>
    public static void UseRequestLimits(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<LargestForm>();
        app.UseRateLimiter();
    }
}
