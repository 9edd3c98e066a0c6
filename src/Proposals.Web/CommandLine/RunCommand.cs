using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Inbox;
using Proposals.Workflows.Recordings;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- run RECORDING.json</c>: plays a recorded run in memory and says whether this engine does the same.</summary>
internal static class RunCommand
{
    public static bool Asked(string[] args) => args is ["run", ..];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [_, var file])
        {
            await Console.Error.WriteLineAsync("usage: run RECORDING.json");
            return 2;
        }

        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"{file}: no such file");
            return 2;
        }

        var beside = Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".";
        var result = RecordedRun.Play(await File.ReadAllTextAsync(file), StepCatalogue.Activities, (definitionId, versionId) => Find(beside, definitionId, versionId));
        await Console.Out.WriteLineAsync(result.Text);
        foreach (var missing in result.MissingDefinitions)
            await Console.Out.WriteLineAsync($"note: {missing} is not in {beside}; its end was taken from the recording");
        foreach (var name in result.IntendedDifferences)
            await Console.Out.WriteLineAsync($"intended difference: {name}");
        await Console.Out.WriteLineAsync(result.Difference is { } difference ? $"differs: {difference}" : result.IntendedDifferences.Count == 0 ? "agrees" : "agrees otherwise");
        return result.Difference is null ? 0 : 1;
    }

    /// <summary>A definition that the recorded one uses lies in a recording beside it.</summary>
    private static string? Find(string folder, string definitionId, string? versionId)
    {
        string? newest = null;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Definition(file) is not { } definition || definition["definitionId"]?.ToString() != definitionId)
                continue;
            newest = definition.ToJsonString();
            if (versionId is null || definition["id"]?.ToString() == versionId)
                return newest;
        }

        return newest;
    }

    private static JsonObject? Definition(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file).TrimStart('\uFEFF'))?["definition"] as JsonObject;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
