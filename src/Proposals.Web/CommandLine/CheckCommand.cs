using Proposals.Deadlines;
using Proposals.Designer.Gate;
using Proposals.Inbox;
using Proposals.Workflows.Definitions;

namespace Proposals.Web.CommandLine;

/// <summary><c>-- check FILE.json</c>: says what the publish gate says, each finding with its activity and the way to it; exit code 1 where the file could not go live.</summary>
/// <remarks>By the rules that ship with the product; a bureau's own are asked where it publishes.</remarks>
internal static class CheckCommand
{
    public static bool Asked(string[] args) => args is ["check", ..];

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, Console.Error);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [_, var file])
        {
            await errors.WriteLineAsync("usage: check FILE.json");
            return 2;
        }

        if (!File.Exists(file))
        {
            await errors.WriteLineAsync($"{file}: no such file");
            return 2;
        }

        var problems = PublishGate.Check(await File.ReadAllTextAsync(file), StepCatalogue.Activities, findInner: null, RuleBook.Shipped, OfficeClock.Day(TimeProvider.System.GetUtcNow()));
        foreach (var problem in problems)
        {
            await output.WriteLineAsync($"{problem.Severity}: {problem.Where}: {problem.Code}: {problem.Sentence.Chinese} / {problem.Sentence.English}");
            if (problem.Path.Count > 0)
                await output.WriteLineAsync($"  {string.Join(" -> ", problem.Path.Select(step => $"{step.ActivityId}.{step.Port}"))}");
        }

        var bad = problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        await output.WriteLineAsync(bad == 0 ? $"{file}: may be published" : $"{file}: {bad} errors, may not be published");
        return bad == 0 ? 0 : 1;
    }
}
