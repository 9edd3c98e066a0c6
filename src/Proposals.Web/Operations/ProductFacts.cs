using System.Reflection;

namespace Proposals.Web.Operations;

/// <summary>Which build runs here, and for how long.</summary>
public sealed class ProductFacts(TimeProvider clock)
{
    private readonly long started = clock.GetTimestamp();

    /// <summary>With the first letters of the commit that it was built from, where the build knew it.</summary>
    public static string Version { get; } = Shortened(typeof(ProductFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    public TimeSpan Uptime => clock.GetElapsedTime(started);

    private static string Shortened(string version) => version.IndexOf('+', StringComparison.Ordinal) is var plus and >= 0 && version.Length > plus + 8 ? version[..(plus + 8)] : version;
}
