using System.Text.RegularExpressions;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Conventions;

[Trait("Asks", "NoDatabase")]
public sealed partial class SourceTests
{
    private const int LongestFile = 400;

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        Complaints.None(Sources.Files(".cs", ".cshtml", ".css", ".js", ".mjs")
            .Select(file => (Name: Sources.Name(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.Name}: {file.Lines} lines"));

    [Fact]
    public void Nobody_reads_the_machines_clock_past_TimeProvider() => Complaints.None(Lines(ClockReads(), ".cs", ".cshtml"));

    [Fact]
    public void Nothing_is_left_for_later() => Complaints.None(Lines(Leftovers(), ".cs", ".cshtml", ".css", ".js", ".mjs", ".resx"));

    /// <summary>The banned calls stop the compiler only while their list is wired as AdditionalFiles.</summary>
    [Fact]
    public void The_list_of_banned_calls_is_wired_to_the_compiler() =>
        Assert.Contains("<AdditionalFiles Include=\"$(MSBuildThisFileDirectory).config/BannedSymbols.txt\"", File.ReadAllText(Path.Combine(Sources.Root, "Directory.Build.props")), StringComparison.Ordinal);

    private static IEnumerable<string> Lines(Regex bad, params string[] endings) =>
        from file in Sources.Files(endings)
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where bad.IsMatch(line.Text)
        select $"{Sources.Name(file)}:{line.Number}: {line.Text.Trim()}";

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|CreateVersion7\(\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClockReads();

    // Letter by letter, so that this line is not one itself.
    [GeneratedRegex(@"\bT[O]DO\b|\bF[I]XME\b|\bX[X]X\b|\bnew Not[I]mplementedException\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Leftovers();
}
