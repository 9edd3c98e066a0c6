using System.Text.Json;

namespace Proposals.Web.ElsaApi;

/// <summary>The files of Elsa Studio, as its npm package has them: beside the product where it was published, in node_modules where it is built.
/// Too large to copy on every build, and already compressed, so they stay outside wwwroot.</summary>
public sealed class StudioPackage
{
    public const string Name = "@elsa-workflows/elsa-studio-wasm";

    private const string Loader = "_framework/blazor.webassembly.js";

    public StudioPackage(IWebHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        Folder = Array.Find(
            [Path.Combine(AppContext.BaseDirectory, "studio"), Path.Combine(environment.ContentRootPath, "node_modules", Name)],
            folder => File.Exists(Path.Combine(folder, Loader)));
        Version = Folder is null ? "" : VersionOf(Path.Combine(Folder, "package.json"));
    }

    /// <summary>Null where the package was not installed; then the page says so and everything else works.</summary>
    public string? Folder { get; }

    public string Version { get; }

    private static string VersionOf(string file)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(file));
        return package.RootElement.GetProperty("version").GetString() ?? "";
    }
}
