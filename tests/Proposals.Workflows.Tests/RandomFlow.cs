using System.Text.Json.Nodes;

namespace Proposals.Workflows.Tests;

/// <summary>A definition made by chance: a flowchart with forks, merges of every kind, ways back, containers and steps that fail.</summary>
internal sealed class RandomFlow
{
    /// <summary>Changes each time it is asked, so that circles without a wait come to an end.</summary>
    private const string Sometimes = "setN(getN() + 1), getN() % 3 === (getFact('coin') === true ? 0 : 1)";

    private static readonly string[] joinModes = ["WaitAny", "WaitAll", "WaitAllActive"];

    private readonly Random random;
    private int made;

    public RandomFlow(int seed)
    {
        random = new Random(seed);
        Json = Make();
    }

    public string Json { get; }

    private string Make()
    {
        var activities = new JsonArray { new JsonObject { ["id"] = "start", ["type"] = "Elsa.Start" } };
        var connections = new JsonArray();
        List<(string Id, string[] Ports)> nodes = [("start", ["Done"])];
        var count = random.Next(4, 12);
        for (var i = 0; i < count; i++)
        {
            var (json, ports) = Activity(depth: 0, i + 1);
            var id = json["id"]?.GetValue<string>() ?? "";
            activities.Add((JsonNode)json);
            // Behind something that is there already, so that everything can be reached; now and then behind two or three, which makes a merge.
            var ways = random.Next(4) switch { 0 => 3, 1 => 2, _ => 1 };
            foreach (var (source, port) in Enumerable.Range(0, ways).Select(_ => End(nodes)).Distinct())
                connections.Add((JsonNode)Drawings.Connection(source, port, id));
            nodes.Add((id, ports));
        }

        for (var back = random.Next(5); back > 0; back--)
        {
            var from = random.Next(2, nodes.Count);
            var (source, ports) = nodes[from];
            // From a step or a decision: a circle in which nobody is asked and nothing changes has its own test.
            if (activities.FirstOrDefault(activity => activity?["id"]?.GetValue<string>() == source)?["type"]?.GetValue<string>() is not ("Test.Task" or "Elsa.FlowDecision"))
                continue;
            connections.Add((JsonNode)Drawings.Connection(source, ports[random.Next(ports.Length)], nodes[random.Next(1, from + 1)].Id));
        }

        return new JsonObject
        {
            ["definitionId"] = "random",
            ["variables"] = new JsonArray { (JsonNode)new JsonObject { ["id"] = "n", ["name"] = "N", ["typeName"] = "Int32", ["value"] = "0" } },
            ["options"] = random.Next(4) == 0 ? new JsonObject { ["incidentStrategyType"] = "ContinueWithIncidentsStrategy" } : null,
            ["root"] = new JsonObject { ["id"] = "chart", ["type"] = "Elsa.Flowchart", ["activities"] = activities, ["connections"] = connections },
        }.ToJsonString();
    }

    private (string Source, string Port) End(List<(string Id, string[] Ports)> nodes)
    {
        while (true)
        {
            var (id, ports) = nodes[random.Next(Math.Max(0, nodes.Count - 4), nodes.Count)];
            if (ports.Length > 0)
                return (id, ports[random.Next(ports.Length)]);
            (id, ports) = nodes[0];
            if (random.Next(3) == 0)
                return (id, ports[0]);
        }
    }

    private (JsonObject Json, string[] Ports) Activity(int depth, int number)
    {
        var id = $"a{number}{(depth > 0 ? $"x{++made}" : "")}";
        return random.Next(depth < 2 ? 20 : 9) switch
        {
            < 6 => (Of(id, "Test.Task"), ["Done"]),
            6 => (Of(id, "Test.Note"), ["Done"]),
            7 => (With(Of(id, "Elsa.SetVariable"), ("variable", new JsonObject { ["id"] = "n" }), ("value", Script(random.Next(5) < 3 ? "getFact('coin') ? 1 : missing" : "getN() + 1"))), ["Done"]),
            8 => (With(Of(id, "Elsa.Delay"), ("timeSpan", Literal("00:10:00"))), ["Done"]),
            9 or 10 or 11 => (With(Of(id, "Elsa.FlowDecision"), ("condition", Script(Sometimes))), ["True", "False"]),
            12 or 13 => (With(Of(id, "Elsa.FlowFork"), ("branches", new JsonObject { ["typeName"] = "List<String>", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "[\"A\",\"B\"]" } })), ["A", "B"]),
            14 or 15 => (With(Of(id, "Elsa.FlowJoin"), ("mode", Literal(joinModes[random.Next(3)]))), ["Done"]),
            16 => (With(Of(id, random.Next(2) == 0 ? "Elsa.Sequence" : "Elsa.Parallel"), ("activities", new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Activity(depth + 1, number).Json)]))), ["Done"]),
            17 => (With(Of(id, "Elsa.While"), ("condition", Script(Sometimes)), ("body", Activity(depth + 1, number).Json)), ["Done"]),
            18 => (With(Of(id, random.Next(2) == 0 ? "Elsa.ForEach" : "Elsa.ParallelForEach"), ("items", Script("[1,2]")), ("body", Activity(depth + 1, number).Json)), ["Done"]),
            _ => random.Next(3) switch
            {
                0 => (Of(id, depth > 0 ? "Test.Note" : "Elsa.End"), []),
                1 => (With(Of(id, "Elsa.If"), ("condition", Script(Sometimes)), ("then", Activity(depth + 1, number).Json)), ["Done"]),
                _ => (With(Of(id, "Elsa.Fault"), ("message", Literal("材料不全"))), ["Done"]),
            },
        };
    }

    private static JsonObject Of(string id, string type) => new() { ["id"] = id, ["type"] = type };

    private static JsonObject With(JsonObject activity, params (string Name, JsonNode Value)[] inputs)
    {
        foreach (var (name, value) in inputs)
            activity[name] = value;
        return activity;
    }

    private static JsonObject Script(string source) => Input("JavaScript", source);

    private static JsonObject Literal(string value) => Input("Literal", value);

    private static JsonObject Input(string type, string value) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
