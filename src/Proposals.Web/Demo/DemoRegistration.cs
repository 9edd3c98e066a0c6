using Microsoft.AspNetCore.Identity;

namespace Proposals.Web.Demo;

internal static class DemoRegistration
{
    private const int CheapHashing = 1000;

    /// <summary>Development's own clock. Nineteen accounts share one password that is printed on the page: hashing it dearly would only delay the first start.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddSingleton<TimeProvider>(new DemoClock())
        .Configure<PasswordHasherOptions>(options => options.IterationCount = CheapHashing);
}
