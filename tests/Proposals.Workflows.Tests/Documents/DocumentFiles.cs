using System.Runtime.CompilerServices;
using Proposals.Workflows.Documents;

namespace Proposals.Workflows.Tests.Documents;

/// <summary>The files of Forms, and those that the product ships.</summary>
internal static class DocumentFiles
{
    public static IEnumerable<string> Canonical => Directory.GetFiles(Forms(), "*.json").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    public static IEnumerable<(string Name, string Form)> Older =>
        from folder in Directory.GetDirectories(Forms()).Order(StringComparer.Ordinal)
        from file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)
        select (Path.GetFileName(folder), Path.GetFileName(file));

    public static IEnumerable<string> Shipped => Directory.GetFiles(Path.Combine(Forms(), "..", "..", "..", "..", "workflows"), "*.json").Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Forms(), name));

    public static DefinitionDocument Read(string text)
    {
        var result = DefinitionDocument.Read(text, TestCatalogue.Office);
        return result.Document ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
    }

    private static string Forms([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "Forms");
}
