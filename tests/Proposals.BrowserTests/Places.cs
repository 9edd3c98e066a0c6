using System.Reflection;

namespace Proposals.BrowserTests;

internal static class Places
{
    /// <summary>Pictures of failures; git-ignored.</summary>
    public static string Shots =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Shots").Value
        ?? throw new InvalidOperationException("The project file no longer says where pictures go.");
}
