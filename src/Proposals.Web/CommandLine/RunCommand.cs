using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Inbox;
using Proposals.Workflows.Recordings;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- run RECORDING.json</c>: plays a recorded run in memory and says whether this engine does the same.</summary>
internal static class RunCommand
{
    public static bool Asked(string[] args) => args is ["run", ..];

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <returns>0 where the run agrees but for intended differences, 1 where it differs, 2 where there is nothing to play.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [_, var named])
        {
            await errors.WriteLineAsync("usage: run RECORDING.json");
            return 2;
        }

        if (TypedPath.Find(named) is not { } file)
        {
            await errors.WriteLineAsync($"{named}: no such file");
            return 2;
        }

        var beside = Path.GetDirectoryName(file) ?? ".";
        var result = RecordedRun.Play(await File.ReadAllTextAsync(file), StepCatalogue.Activities, (definitionId, versionId) => Find(beside, definitionId, versionId));
        await output.WriteLineAsync(result.Text);
        foreach (var missing in result.MissingDefinitions)
            await output.WriteLineAsync($"note: {missing} is not in {beside}; its end was taken from the recording");
        foreach (var note in result.Notes)
            await output.WriteLineAsync($"note: {note}");
        foreach (var name in result.IntendedDifferences)
            await output.WriteLineAsync($"intended difference: {name}");
        await output.WriteLineAsync(result.Difference is { } difference ? $"differs: {difference}" : result.IntendedDifferences.Count == 0 ? "agrees" : "agrees otherwise");
        return result.Difference is null ? 0 : 1;
    }

    /// <summary>A definition that the recorded one uses lies in a recording beside it, or in the folder Children there.</summary>
    private static string? Find(string folder, string definitionId, string? versionId)
    {
        string? newest = null;
        var children = Path.Combine(folder, "Children");
        var files = Directory.EnumerateFiles(folder, "*.json").Concat(Directory.Exists(children) ? Directory.EnumerateFiles(children, "*.json") : []);
        foreach (var file in files.Order(StringComparer.Ordinal))
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
