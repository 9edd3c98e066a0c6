using System.Text.Json.Nodes;
using Proposals.Deadlines;
using Proposals.Designer.Gate;
using Proposals.Inbox;
using Proposals.Workflows.Definitions;

namespace Proposals.Tests.Designer.Gate;

/// <summary>A definition to be changed by hand: lines drawn and rubbed out, activities put in and taken away.</summary>
internal sealed class Drawing
{
    private readonly JsonObject envelope;

    public Drawing(JsonObject envelope) => this.envelope = envelope;

    /// <summary>One of the files that ship with the product.</summary>
    public Drawing(string shipped = "proposal-handling")
        : this(JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", shipped + ".json"))) as JsonObject ?? [])
    {
    }

    public JsonArray Activities => envelope["root"]?["activities"] as JsonArray ?? [];

    public JsonArray Lines => envelope["root"]?["connections"] as JsonArray ?? [];

    public Drawing Line(string source, string port, string target)
    {
        Lines.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        });
        return this;
    }

    public Drawing Cut(string source, string port)
    {
        Lines.RemoveAll(line => line?["source"]?["activity"]?.GetValue<string>() == source && line["source"]?["port"]?.GetValue<string>() == port);
        return this;
    }

    /// <summary>This outcome leads elsewhere.</summary>
    public Drawing Lead(string source, string port, string target) => Cut(source, port).Line(source, port, target);

    public Drawing Add(string id, string type, params (string Input, string Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (input, value) in inputs)
            activity[input] = Literal(value);
        Activities.Add(activity);
        return this;
    }

    public Drawing Step(string id, string type = "Proposals.Receive") => Add(id, type, ("who", "Office"), ("term", "2wd"));

    public Drawing Remove(string id)
    {
        Activities.RemoveAll(activity => activity?["id"]?.GetValue<string>() == id);
        Lines.RemoveAll(line => line?["source"]?["activity"]?.GetValue<string>() == id || line?["target"]?["activity"]?.GetValue<string>() == id);
        return this;
    }

    public Drawing Write(string id, string input, string value) => Put(id, input, Literal(value));

    public Drawing Title(string id, string title) => Put(id, "metadata", new JsonObject { ["displayText"] = title });

    public Drawing Compute(string id, string input, string script) =>
        Put(id, input, new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } });

    public string Json() => envelope.ToJsonString();

    public IReadOnlyList<Problem> Findings() => PublishGate.Check(Json(), StepCatalogue.Activities, null, RuleBook.Shipped, GateTests.Today);

    /// <summary>Whether each step of a way leads to the next along a line that is drawn.</summary>
    public bool Leads(IReadOnlyList<PathStep> way) => way.Zip(way.Skip(1)).All(pair => Lines.Any(line =>
        line?["source"]?["activity"]?.GetValue<string>() == pair.First.ActivityId && line["source"]?["port"]?.GetValue<string>() == pair.First.Port
        && line["target"]?["activity"]?.GetValue<string>() == pair.Second.ActivityId));

    private Drawing Put(string id, string input, JsonObject value)
    {
        if (Activities.Single(activity => activity?["id"]?.GetValue<string>() == id) is JsonObject found)
            found[input] = value;
        return this;
    }

    private static JsonObject Literal(string value) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
}
