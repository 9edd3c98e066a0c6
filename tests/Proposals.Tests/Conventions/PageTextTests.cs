using System.Text.RegularExpressions;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Conventions;

/// <summary>No page shows a key: each text it asks for by name is there.</summary>
[Trait("Asks", "NoDatabase")]
public sealed partial class PageTextTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> Texts = Sources.Files("Text.resx")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => (IReadOnlySet<string>)Sources.Texts(file).Keys.ToHashSet());

    [Fact]
    public void Every_text_a_page_asks_for_by_name_is_there()
    {
        var complaints = new List<string>();
        var asked = 0;
        foreach (var file in Sources.Files(".cs", ".cshtml").Where(IsPage))
        {
            var source = File.ReadAllText(file);
            foreach (var (name, text) in Injected(source).Append((Name: "Shared", Text: "SharedText")))
            {
                foreach (var key in Keys(source, name))
                {
                    asked++;
                    if (!Texts[text].Contains(key))
                        complaints.Add($"{Sources.Name(file)}: {text} has no {key}");
                }
            }
        }

        Assert.True(asked > 1000, $"Only {asked} texts were found; the way pages ask for them has changed.");
        Complaints.None(complaints);
    }

    /// <summary>Labels and messages of a form come from its slice's text, else from the shared one.</summary>
    [Fact]
    public void Every_label_and_message_of_a_form_is_there()
    {
        var complaints = new List<string>();
        foreach (var file in Sources.Files(".cs").Where(IsPage))
        {
            var folder = Path.GetDirectoryName(file) ?? "";
            var known = Texts["SharedText"].Concat(Directory.EnumerateFiles(folder, "*Text.resx").SelectMany(text => Texts[Path.GetFileNameWithoutExtension(text)])).ToHashSet();
            complaints.AddRange(Labels().Matches(File.ReadAllText(file)).Select(match => match.Groups["key"].Value).Where(key => !known.Contains(key))
                .Select(key => $"{Sources.Name(file)}: no text of its slice has {key}"));
        }

        Complaints.None(complaints);
    }

    private static bool IsPage(string file) => Sources.Name(file).StartsWith(Path.Combine("src", "Proposals.Web", "Pages"), StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Text)> Injected(string source) =>
        Injection().Matches(source).Select(match => (match.Groups["name"].Value, match.Groups["text"].Value)).Where(pair => Texts.ContainsKey(pair.Item2)).Distinct();

    private static IEnumerable<string> Keys(string source, string name) =>
        Regex.Matches(source, $$"""\b{{name}}\["(?<key>[\w.-]+)"[\],]""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["key"].Value).Distinct();

    [GeneratedRegex(@"IStringLocalizer<(?<text>\w+)> (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Injection();

    [GeneratedRegex(@"(Display\(Name|ErrorMessage) = ""(?<key>\w+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Labels();
}
