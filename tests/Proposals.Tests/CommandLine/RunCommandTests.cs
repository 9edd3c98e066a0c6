using Proposals.Web.CommandLine;

namespace Proposals.Tests.CommandLine;

/// <summary>What <c>run RECORDING.json</c> says, and its exit code.</summary>
public sealed class RunCommandTests : IDisposable
{
    private const string Definition =
        """{"definitionId":"small","root":{"id":"steps","type":"Elsa.Sequence","activities":[{"id":"ask","type":"Elsa.RunTask","taskName":{"typeName":"String","expression":{"type":"Literal","value":"ask"}}}]}}""";

    private static readonly string recording =
        $$$"""
        {"definition":{{{Definition}}},
         "steps":[{"apply":{"execute":{"input":null}},"after":{"status":"Running","subStatus":"Suspended","incidents":0,"bookmarks":[{"name":"Elsa.RunTask","activityId":"ask","payload":{"taskId":"1","taskName":"ask"}}]}}],
         "journal":[{"activityId":"Workflow1","activityType":"Elsa.Workflow","event":"Started"},{"activityId":"steps","activityType":"Elsa.Sequence","event":"Started"},
                    {"activityId":"ask","activityType":"Elsa.RunTask","event":"Started"},{"activityId":"ask","activityType":"Elsa.RunTask","event":"Suspended"}]}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("recordings").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    [Fact]
    public async Task A_recording_that_agrees_ends_with_0()
    {
        Assert.Equal(0, await Run(recording));
        Assert.EndsWith("\nagrees", Said());
        Assert.Contains("\"journal\"", Said());
    }

    [Fact]
    public async Task A_recording_that_differs_ends_with_1_and_the_place()
    {
        Assert.Equal(1, await Run(recording.Replace("\"event\":\"Suspended\"", "\"event\":\"Completed\"", StringComparison.Ordinal)));
        Assert.Contains("differs: journal[3]: recorded ask Elsa.RunTask Completed, here ask Elsa.RunTask Suspended", Said());
    }

    [Theory]
    [InlineData("no json at all", "differs: The file cannot be played: ")]
    [InlineData("""{"steps":[]}""", "differs: The file is not a recording: it has no definition.")]
    [InlineData("""{"definition":{"root":{"id":"a","type":"Elsa.Nowhere"}}}""", "differs: The definition does not run: ")]
    public async Task What_cannot_be_played_ends_with_1_and_the_reason(string text, string reason)
    {
        Assert.Equal(1, await Run(text));
        Assert.Contains(reason, Said());
    }

    [Fact]
    public async Task An_unknown_step_ends_with_1_and_its_words()
    {
        Assert.Equal(1, await Run(recording.Replace("{\"execute\":{\"input\":null}}", "{\"rewind\":3}", StringComparison.Ordinal)));
        Assert.Contains("""differs: The file cannot be played: A step applies {"rewind":3}, which is not known.""", Said());
    }

    [Fact]
    public async Task An_intended_difference_is_named_and_ends_with_0()
    {
        Assert.Equal(0, await Run(
            """
            {"definition":{"definitionId":"new","root":{"id":"script","type":"Elsa.RunJavaScript","script":{"typeName":"String","expression":{"type":"Literal","value":"`new`"}}}},"steps":[{"apply":{"execute":{}}}],
             "journal":[{"activityId":"Workflow1","activityType":"Elsa.Workflow","event":"Started"},{"activityId":"script","activityType":"Elsa.RunJavaScript","event":"Started"},
                        {"activityId":"script","activityType":"Elsa.RunJavaScript","event":"Completed"}]}
            """));
        Assert.EndsWith("intended difference: script-dialect\nagrees otherwise", Said());
    }

    [Theory]
    [InlineData("other.json")]
    [InlineData("Children/other.json")]
    public async Task A_definition_used_by_the_recorded_one_is_found_beside_it(string other)
    {
        Directory.CreateDirectory(Path.Combine(folder, "Children"));
        await File.WriteAllTextAsync(Path.Combine(folder, other), $$"""{"definition":{{Definition}}}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.json"), "not json", TestContext.Current.CancellationToken);

        Assert.Equal(0, await Run(
            """
            {"definition":{"definitionId":"outer","root":{"id":"inner","type":"Small","workflowDefinitionId":"small"}},"steps":[{"apply":{"execute":{}}}],
             "journal":[{"activityId":"Workflow2","activityType":"Elsa.Workflow","event":"Started"},{"activityId":"inner","activityType":"Small","event":"Started"},
                        {"activityId":"Workflow1","activityType":"Elsa.Workflow","event":"Started"},{"activityId":"steps","activityType":"Elsa.Sequence","event":"Started"},
                        {"activityId":"ask","activityType":"Elsa.RunTask","event":"Started"},{"activityId":"ask","activityType":"Elsa.RunTask","event":"Suspended"}]}
            """));
    }

    [Fact]
    public async Task Without_a_file_it_ends_with_2()
    {
        Assert.Equal(2, await RunCommand.RunAsync(["run"], output, errors));
        Assert.Equal(2, await RunCommand.RunAsync(["run", "a.json", "b.json"], output, errors));
        Assert.Equal(2, await RunCommand.RunAsync(["run", Path.Combine(folder, "absent.json")], output, errors));
        Assert.Contains("usage: run RECORDING.json", errors.ToString());
        Assert.Contains("absent.json: no such file", errors.ToString());
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void It_is_asked_for_by_its_name()
    {
        Assert.True(RunCommand.Asked(["run", "a.json"]));
        Assert.False(RunCommand.Asked(["check", "a.json"]));
        Assert.False(RunCommand.Asked([]));
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        output.Dispose();
        errors.Dispose();
    }

    private async Task<int> Run(string text)
    {
        var file = Path.Combine(folder, "recording.json");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return await RunCommand.RunAsync(["run", file], output, errors);
    }

    private string Said() => output.ToString().ReplaceLineEndings("\n").TrimEnd();
}
