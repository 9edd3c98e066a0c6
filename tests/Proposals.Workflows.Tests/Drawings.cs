using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Tests;

/// <summary>Definitions for tests: the office's own, and small ones made on the spot.</summary>
internal static class Drawings
{
    private static readonly Lazy<WorkflowDefinition> handling = new(() => Load(File.ReadAllText(HandlingFile())));

    public static WorkflowDefinition Handling => handling.Value;

    public static string HandlingFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "workflows", "proposal-handling.json");

    public static string Recordings([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "Recordings");

    public static LoadResult Read(string json) => DefinitionReader.Load(json, TestCatalogue.Office);

    public static WorkflowDefinition Load(string json)
    {
        var result = Read(json);
        return result.Runs ? result.Definition : throw new InvalidOperationException(string.Join('\n', result.Problems));
    }

    /// <summary>A flowchart from activities as JSON and connections as <c>source Port target</c>.</summary>
    public static string Flowchart(string activities, string[] connections, string variables = "[]") => new JsonObject
    {
        ["definitionId"] = "small",
        ["variables"] = JsonNode.Parse(variables),
        ["root"] = new JsonObject
        {
            ["id"] = "chart",
            ["type"] = "Elsa.Flowchart",
            ["activities"] = JsonNode.Parse(activities),
            ["connections"] = new JsonArray([.. connections.Select(text => text.Split(' ')).Select(parts => Connection(parts[0], parts[1], parts[2]))]),
        },
    }.ToJsonString();

    /// <summary>Start, then one script that sets variable R (any value).</summary>
    public static string Scripted(string script) => Flowchart(
        $$$$"""
        [{"id":"start","type":"Elsa.Start"},
         {"id":"compute","type":"Elsa.SetVariable","variable":{"id":"r"},"value":{"typeName":"Object","expression":{"type":"JavaScript","value":{{{{JsonValue.Create(script).ToJsonString()}}}} }}},
         {"id":"end","type":"Elsa.End"}]
        """,
        ["start Done compute", "compute Done end"],
        """[{"id":"r","name":"R","typeName":"Object"},{"id":"amount","name":"Amount","typeName":"Int32","value":"7"}]""");

    public static JsonObject Connection(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };
}
