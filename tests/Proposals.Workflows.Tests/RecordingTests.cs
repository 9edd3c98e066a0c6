using System.Text.Json.Nodes;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Recordings;

namespace Proposals.Workflows.Tests;

/// <summary>
/// One file per fact, with definitions of our own: some restate recorded runs of a real server, the others state what we hold to be right. Where
/// we differ from the server on purpose the file names the difference.
/// </summary>
public sealed class RecordingTests
{
    public static TheoryData<string> Names => [.. RecordingFiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Runs_as_recorded(string name)
    {
        var result = RecordingFiles.Play(RecordingFiles.Read(name));

        Assert.NotEmpty(RecordingFiles.Read(name)["steps"]?.AsArray() ?? []);
        Assert.Null(result.Difference);
        Assert.Empty(result.MissingDefinitions);
        Assert.Equal(RecordingFiles.Read(name)["intended"]?.AsArray().Select(item => item?.GetValue<string>()) ?? [], result.IntendedDifferences);
    }

    public static TheoryData<string> Palette => [.. BuiltInActivities.All.Select(descriptor => descriptor.Type)];

    [Theory]
    [MemberData(nameof(Palette))]
    public void Every_activity_of_the_palette_runs_in_some_file(string type) =>
        Assert.Contains(RecordingFiles.Names.SelectMany(name => RecordingFiles.Read(name)["journal"]?.AsArray() ?? []), line => line?["activityType"]?.GetValue<string>() == type);

    /// <summary>Where the runs part, the recording says nothing of what this engine does then, so the file says it.</summary>
    [Fact]
    public void Where_the_runs_part_the_file_says_how_ours_ends()
    {
        string[] parting = [IntendedDifference.DeadPathJoin, IntendedDifference.LoopOverParallel, IntendedDifference.ScriptDialect];
        Assert.All(
            RecordingFiles.Names.Where(name => RecordingFiles.Read(name)["intended"]?.AsArray().Any(item => parting.Contains(item?.GetValue<string>())) == true),
            name => Assert.True(RecordingFiles.Read(name)["ours"]?["journal"]?.AsArray().Count > 0 && RecordingFiles.Read(name)["ours"]?["final"] is JsonObject));
    }

    [Fact]
    public void Every_intended_difference_has_a_file() =>
        Assert.Equal(
            [IntendedDifference.DeadPathJoin, IntendedDifference.FinishLeavesRunning, IntendedDifference.GhostBookmark, IntendedDifference.LoopOverParallel, IntendedDifference.ScriptDialect],
            RecordingFiles.Names.SelectMany(name => RecordingFiles.Read(name)["intended"]?.AsArray() ?? []).Select(item => item?.GetValue<string>()).Distinct().Order(StringComparer.Ordinal));
}

/// <summary>The files under Recordings, read and played.</summary>
internal static class RecordingFiles
{
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Drawings.Recordings(), "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);

    public static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Drawings.Recordings(), name + ".json")))?.AsObject() ?? [];

    public static RecordedRunResult Play(JsonObject recording) => RecordedRun.Play(recording.ToJsonString(), TestCatalogue.Office, Find);

    /// <summary>Workflows that those of the files use lie in Children.</summary>
    private static string? Find(string definitionId, string? versionId) =>
        Names.Concat(Directory.GetFiles(Path.Combine(Drawings.Recordings(), "Children"), "*.json").Select(file => "Children/" + Path.GetFileNameWithoutExtension(file)))
            .Select(name => Read(name)["definition"]).FirstOrDefault(definition => definition?["definitionId"]?.GetValue<string>() == definitionId)?.ToJsonString();
}
