using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Designer;

namespace Proposals.Tests.Scenes;

/// <summary>Small workflows drawn in a test, in the JSON that Studio writes.</summary>
internal sealed class Flow(string definitionId = PublishedDefinitions.ProposalHandling)
{
    private static int versions;

    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];

    /// <param name="inputs">Names and values; a value that begins with = is a script.</param>
    public Flow Activity(string id, string type, params (string Name, string Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["metadata"] = new JsonObject { ["displayText"] = $"环节{id}" } };
        foreach (var (name, value) in inputs)
            activity[name] = Input(value);
        activities.Add(activity);
        return this;
    }

    public Flow Step(string id, string type = "Proposals.Receive") => Activity(id, type, ("who", "Office"), ("term", "2wd"));

    /// <summary>A decision by a script that fails with a name of nothing until the consultations are enough.</summary>
    public Flow Doubt(string id) => Activity(id, "Elsa.FlowDecision", ("condition", "=getFact('consultationsEnough') ? true : missing"));

    /// <param name="lines">Each <c>source Port target</c>.</param>
    public Flow Connect(params string[] lines)
    {
        foreach (var parts in lines.Select(line => line.Split(' ')))
        {
            connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = parts[0], ["port"] = parts[1] },
                ["target"] = new JsonObject { ["activity"] = parts[2], ["port"] = "In" },
            });
        }

        return this;
    }

    public async Task PublishAsync(Bureau bureau)
    {
        var json = Json();
        await bureau.ReadAsync(async db =>
        {
            await bureau.WithAsync<PublishedDefinitions, bool>(async definitions =>
            {
                await definitions.AdoptAsync(db, json, publishAlways: true, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);
                return true;
            });
            return await db.WorkflowDefinitions.SingleAsync(version => version.DefinitionId == definitionId && version.IsPublished);
        });
    }

    public string Json() => new JsonObject
    {
        ["id"] = $"{definitionId}-test-{Interlocked.Increment(ref versions)}",
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["version"] = 1,
        ["variables"] = new JsonArray(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = activities,
            ["connections"] = connections,
        },
    }.ToJsonString();

    private static JsonObject Input(string value)
    {
        var isScript = value.StartsWith('=');
        return new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = isScript ? "JavaScript" : "Literal", ["value"] = isScript ? value[1..] : value },
        };
    }
}
