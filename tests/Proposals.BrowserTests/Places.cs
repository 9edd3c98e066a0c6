using System.Reflection;

namespace Proposals.BrowserTests;

internal static class Places
{
    public static string ProductFolder => Named("ProductFolder");

    public static string ProductAssembly => Path.Combine(ProductFolder, Named("ProductOutput"));

    /// <summary>Pictures of failures; git-ignored.</summary>
    public static string Shots => Named("Shots");

    private static string Named(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException($"The project file no longer says where {key} is.");
}
