using System.Text.Json.Nodes;

namespace Proposals.Workflows.Tests;

/// <summary>What Elsa was seen doing, told with definitions of our own; where we differ on purpose the file says so.</summary>
public sealed class RecordingTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Drawings.Recordings(), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).OfType<string>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Runs_as_recorded(string name)
    {
        var recording = JsonNode.Parse(File.ReadAllText(Path.Combine(Drawings.Recordings(), name + ".json")))?.AsObject() ?? [];
        var scene = Scene.Of(recording["definition"]?.ToJsonString() ?? "");
        foreach (var happened in recording["events"]?.AsArray() ?? [])
        {
            if (happened?["start"] is JsonObject inputs)
                scene.Start((JsonObject)inputs.DeepClone());
            else
                scene.Answer(happened?["answer"]?.GetValue<string>() ?? "", "Done", happened?["outputs"]?.DeepClone() as JsonObject);
        }

        Assert.Equal(recording["journal"]?.AsArray().Select(line => line?.GetValue<string>()), scene.Journal);
        Assert.Equal(recording["status"]?.GetValue<string>(), scene.Status);
        foreach (var (id, value) in recording["variables"]?.AsObject() ?? [])
            Assert.True(JsonNode.DeepEquals(value, scene.Variable(id)), $"{id} is {scene.Variable(id)?.ToJsonString()}");
    }
}
