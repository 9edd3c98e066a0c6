using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Tests;

/// <summary>An instance as it was lived: its definition, every event, and the state after each. Kept for as long as such states may lie in a database.</summary>
internal static class History
{
    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "Histories");

    public static WorkflowEvent Read(JsonObject told)
    {
        var now = told["now"]?.GetValue<DateTimeOffset>() ?? default;
        WorkflowEvent happened = Word(told, "event") switch
        {
            "Start" => new Start(Word(told, "instance"), now) { Inputs = Object(told, "inputs") },
            "Answer" => new Answer(Word(told, "wait"), Word(told, "port"), now) { Outputs = Object(told, "outputs") },
            "TimerElapsed" => new TimerElapsed(Word(told, "wait"), now),
            "EventHappened" => new EventHappened(Word(told, "name"), told["payload"]?.DeepClone(), now),
            "ChildEnded" => new ChildEnded(Word(told, "wait"), Word(told, "subStatus"), Object(told, "outputs"), now),
            "Retry" => new Retry(Word(told, "incident"), now),
            "Skip" => new Skip(Word(told, "incident"), Word(told, "port"), now),
            "Cancel" => new Cancel(Word(told, "reason"), now),
            var other => throw new InvalidDataException($"A history tells of '{other}'."),
        };
        return happened with { Facts = Object(told, "facts") };
    }

    private static string Word(JsonObject told, string name) => told[name]?.GetValue<string>() ?? "";

    private static JsonObject Object(JsonObject told, string name) => told[name]?.DeepClone() as JsonObject ?? [];
}
