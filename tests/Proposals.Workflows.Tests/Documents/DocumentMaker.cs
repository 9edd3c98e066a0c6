using System.Text.Json.Nodes;

namespace Proposals.Workflows.Tests.Documents;

/// <summary>Makes definitions by chance: known and unknown activities, nested ones, every kind of input, and things nobody has heard of.</summary>
internal sealed class DocumentMaker(Random chance)
{
    private static readonly string[] words = ["拟办", "签收", "面商", "Reply", "𠮷祥", "a b", "", "\"", "\\", "\u2028", "line\nline", "5wd"];
    private static readonly string[] types = ["String", "Int32", "Int64", "Boolean", "Object", "List<String>", "ObjectDictionary", "Some.Unheard"];
    private static readonly string[] kinds =
        ["Elsa.FlowDecision", "Elsa.FlowSwitch", "Elsa.SetVariable", "Test.Task", "Test.Strict", "Test.Note", "Some.Unheard", "Elsa.WriteLine", "Elsa.If", "Elsa.Sequence", "Elsa.Flowchart", "Elsa.Switch"];

    private int next;

    public JsonObject Document()
    {
        var made = new JsonObject
        {
            ["definitionId"] = Id(),
            ["name"] = Word(),
            ["version"] = chance.Next(1, 9),
            ["variables"] = List(3, () => Variable()),
            ["inputs"] = List(2, () => new JsonObject { ["type"] = Pick(types), ["name"] = Id(), ["description"] = Word() }),
            ["outputs"] = List(2, () => new JsonObject { ["type"] = Pick(types), ["name"] = Id() }),
            ["outcomes"] = List(2, () => JsonValue.Create(Word())),
            ["isPublished"] = chance.Next(2) == 0,
            ["options"] = new JsonObject { ["incidentStrategyType"] = "FaultStrategy", ["usableAsActivity"] = chance.Next(2) == 0 },
            ["root"] = chance.Next(5) == 0 ? Activity(0) : Container("Elsa.Flowchart", 0),
        };
        if (chance.Next(3) == 0)
            made["unheardOf"] = Anything(3);
        return made;
    }

    public JsonNode? Anything(int depth) => chance.Next(depth > 0 ? 8 : 6) switch
    {
        0 => null,
        1 => chance.Next(2) == 0,
        2 => chance.Next(-5, 5),
        3 => Math.Round(chance.NextDouble() * 100, 3),
        4 or 5 => Word(),
        6 => new JsonArray([.. Enumerable.Range(0, chance.Next(4)).Select(_ => Anything(depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, chance.Next(4)).Select(number => KeyValuePair.Create($"k{number}", Anything(depth - 1)))),
    };

    public string Word() => Pick(words);

    private JsonObject Activity(int depth)
    {
        var type = depth > 2 ? "Test.Task" : Pick(kinds);
        if (type is "Elsa.Sequence" or "Elsa.Flowchart")
            return Container(type, depth);
        var made = new JsonObject { ["id"] = Id(), ["type"] = type, ["version"] = 1, ["name"] = Word() };
        switch (type)
        {
            case "Elsa.FlowDecision":
                made["condition"] = Input("Boolean");
                break;
            case "Elsa.FlowSwitch" or "Elsa.Switch":
                made["cases"] = List(3, () => Case(type, depth));
                break;
            case "Elsa.SetVariable":
                (made["variable"], made["value"]) = (Variable(), Input("Object"));
                break;
            case "Elsa.If":
                (made["condition"], made["then"], made["else"]) = (Input("Boolean"), Activity(depth + 1), Activity(depth + 1));
                break;
            case "Test.Strict":
                (made["who"], made["times"]) = (Input("String"), Input("Int32"));
                break;
            case "Some.Unheard":
                (made["setting"], made["inner"]) = (Anything(2), chance.Next(3) == 0 ? Activity(depth + 1) : Anything(2));
                break;
        }

        if (chance.Next(4) == 0)
            made["result"] = new JsonObject { ["typeName"] = Pick(types), ["memoryReference"] = new JsonObject { ["id"] = Id() } };
        if (chance.Next(2) == 0)
            made["customProperties"] = new JsonObject { ["canStartWorkflow"] = chance.Next(2) == 0, ["runAsynchronously"] = chance.Next(2) == 0, ["other"] = Anything(1) };
        if (chance.Next(2) == 0)
            made["metadata"] = new JsonObject { ["displayText"] = Word(), ["designer"] = new JsonObject { ["position"] = Corner() } };
        return made;
    }

    private JsonObject Container(string type, int depth)
    {
        var made = new JsonObject { ["id"] = Id(), ["type"] = type, ["version"] = 1, ["variables"] = List(2, () => Variable()) };
        var inner = List(depth == 0 ? 7 : 3, () => Activity(depth + 1));
        made["activities"] = inner;
        var ids = inner.Select(item => item?["id"]?.GetValue<string>() ?? "").ToArray();
        if (type == "Elsa.Flowchart" && ids.Length > 0)
        {
            made["connections"] = List(6, () => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = Pick(ids), ["port"] = chance.Next(2) == 0 ? "Done" : "端口" },
                ["target"] = new JsonObject { ["activity"] = Pick(ids), ["port"] = "In" },
                ["vertices"] = List(2, Corner),
            });
        }

        return made;
    }

    private JsonObject Case(string type, int depth)
    {
        var made = new JsonObject { ["label"] = Word(), ["condition"] = Expression() };
        if (type == "Elsa.Switch")
            made["activity"] = Activity(depth + 1);
        return made;
    }

    private JsonObject Input(string typeName) => new() { ["typeName"] = typeName, ["expression"] = Expression() };

    private JsonObject Expression() => chance.Next(6) switch
    {
        0 => new JsonObject { ["type"] = "JavaScript", ["value"] = "getN() > " + chance.Next(9) },
        1 => new JsonObject { ["type"] = "Object", ["value"] = "[1, \"甲\"]" },
        2 => new JsonObject { ["type"] = "Variable", ["value"] = new JsonObject { ["id"] = Id(), ["name"] = Word() } },
        3 => new JsonObject { ["type"] = "Input", ["value"] = new JsonObject { ["name"] = Word() } },
        4 => new JsonObject { ["type"] = "Literal", ["value"] = chance.Next(99) },
        _ => new JsonObject { ["type"] = "Literal", ["value"] = Word() },
    };

    private JsonObject Variable() => new() { ["id"] = Id(), ["name"] = Id(), ["typeName"] = Pick(types), ["value"] = Word(), ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver" };

    private JsonObject Corner() => new() { ["x"] = chance.Next(900), ["y"] = chance.Next(9000) / 10.0 };

    private JsonArray List(int most, Func<JsonNode?> make) => new([.. Enumerable.Range(0, chance.Next(most + 1)).Select(_ => make())]);

    private string Id() => $"n{next++}";

    private string Pick(string[] from) => from[chance.Next(from.Length)];
}
