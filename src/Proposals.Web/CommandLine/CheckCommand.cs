using Proposals.Inbox;
using Proposals.Workflows.Definitions;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- check FILE.json</c>: names every problem of a definition with its activity; exit code 1 when it would not run.</summary>
internal static class CheckCommand
{
    public static bool Asked(string[] args) => args is ["check", ..];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [_, var file])
        {
            await Console.Error.WriteLineAsync("usage: check FILE.json");
            return 2;
        }

        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"{file}: no such file");
            return 2;
        }

        var result = DefinitionReader.Load(await File.ReadAllTextAsync(file), StepCatalogue.Activities);
        foreach (var problem in result.Problems)
            await Console.Out.WriteLineAsync($"{problem.Severity}: {problem.Where}: {problem.Code}: {problem.Sentence.Chinese} / {problem.Sentence.English}");
        await Console.Out.WriteLineAsync(result.Runs ? $"{file}: runs ({result.Definition.Activities.Count} activities)" : $"{file}: does not run");
        return result.Runs ? 0 : 1;
    }
}
