using System.Xml.Linq;

namespace Proposals.Tests.Scenes;

/// <summary>The project's own files as they lie in the working copy; what is generated or fetched is not ours.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "Migrations", "lib", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Below src and tests, with the given endings.</summary>
    public static IEnumerable<string> Files(params string[] endings) => new[] { "src", "tests" }
        .SelectMany(folder => Walk(Path.Combine(Root, folder)))
        .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    public static string Name(string file) => Path.GetRelativePath(Root, file);

    /// <summary>The texts of a .resx file by their keys.</summary>
    public static IReadOnlyDictionary<string, string> Texts(string resx) => XDocument.Load(resx).Root?.Elements("data")
        .ToDictionary(data => data.Attribute("name")?.Value ?? "", data => data.Element("value")?.Value ?? "") ?? [];

    /// <summary>A text of Pages/Shared in both languages.</summary>
    public static IEnumerable<(string File, IReadOnlyDictionary<string, string> Texts)> SharedTexts(string name) =>
        new[] { $"{name}.resx", $"{name}.en.resx" }.Select(file => (file, Texts(Path.Combine(Root, "src", "Proposals.Web", "Pages", "Shared", file))));

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))).SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Proposals.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run from inside the working copy.");
    }
}
