using System.Text.Json.Nodes;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Tests;

/// <summary>Instances of every state format ever released are still understood, and still mean the same.</summary>
public sealed class HistoryTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(History.Folder(), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).OfType<string>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Played_again_every_state_is_the_one_that_was_kept_or_what_a_later_format_makes_of_it(string name)
    {
        var history = Read(name);
        var definition = Drawings.Load(history["definition"]?.ToJsonString() ?? "");
        string? live = null;
        string? kept = null;
        foreach (var step in history["steps"]?.AsArray() ?? [])
        {
            var happened = History.Read(step?["told"]?.AsObject() ?? []);
            live = WorkflowMachine.Step(definition, live, happened).State;
            // From the stored text as well: an instance that lay in a database for years goes on from there.
            var fromKept = WorkflowMachine.Step(definition, kept, happened).State;
            kept = step?["state"]?.ToJsonString(Unescaped) ?? "";
            Assert.Equal(live, fromKept);
            if (history["format"]?.GetValue<int>() == InstanceState.Format)
                Assert.Equal(kept, live);
        }

        Assert.NotNull(kept);
    }

    [Fact]
    public void Every_released_format_has_its_histories() =>
        Assert.Equal(Enumerable.Range(1, InstanceState.Format), Names.Select(name => Read(name)["format"]?.GetValue<int>() ?? 0).Distinct().Order());

    private static System.Text.Json.JsonSerializerOptions Unescaped { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(History.Folder(), name + ".json")))?.AsObject() ?? [];
}
