using System.Text.Json.Nodes;
using Proposals.Designer;
using Proposals.Handling;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Designer;

/// <summary>A workflow used as an activity of another one.</summary>
public sealed class InnerDefinitionTests
{
    [Fact]
    public async Task An_outer_workflow_is_published_after_the_inner_one_and_a_case_walks_through_both()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var outer = await shelf.SavedAsync(Outer());
        var refused = await shelf.PublishAsync(outer);
        Assert.False(refused.IsDone);
        Assert.Contains(refused.Problems, problem => problem is { Code: "inner.missing", Where: "round" });

        await shelf.PublishedAsync(Inner("Proposals.Receive"));
        Assert.True((await shelf.PublishAsync(outer)).IsDone);
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("301", new DateOnly(2025, 3, 17)));
        Assert.Equal("round:receive", (await OpenAsync(bureau, story.Id)).ActivityId);
    }

    [Fact]
    public async Task A_published_outer_workflow_keeps_the_inner_version_of_its_day()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        await shelf.PublishedAsync(Inner("Proposals.Receive"));
        await shelf.PublishedAsync(Outer());
        await shelf.PublishedAsync(Inner("Proposals.ProposeAllocation"));
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("302", new DateOnly(2025, 3, 17)));
        Assert.Equal("Proposals.Receive", (await OpenAsync(bureau, story.Id)).ActivityType);
        await using var restarted = bureau.Again();
        await Replays.AgreeAsync(restarted, story);
    }

    private static Task<Proposals.Inbox.Step> OpenAsync(Bureau bureau, CaseId id) => bureau.ReadAsync(db => Task.FromResult(db.Steps.Single(step => step.CaseId == id)));

    private static string Inner(string step) => Drawn("receiving-round", new JsonObject { ["id"] = "receive", ["type"] = step, ["who"] = "Office", ["term"] = "2wd" }, "receive Received end", step == "Proposals.Receive");

    private static string Outer() => Drawn(PublishedDefinitions.ProposalHandling, new JsonObject { ["id"] = "round", ["type"] = "ReceivingRound", ["workflowDefinitionId"] = "receiving-round" }, "round Done end", true);

    private static string Drawn(string definitionId, JsonObject activity, string wire, bool isWired)
    {
        var id = activity["id"]?.GetValue<string>() ?? "";
        var parts = wire.Split(' ');
        return new JsonObject
        {
            ["definitionId"] = definitionId,
            ["name"] = definitionId,
            ["root"] = new JsonObject
            {
                ["id"] = "flow",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(new JsonObject { ["id"] = "start", ["type"] = "Elsa.Start" }, activity, new JsonObject { ["id"] = "end", ["type"] = "Elsa.End" }),
                ["connections"] = isWired ? new JsonArray(Wire("start", "Done", id), Wire(parts[0], parts[1], parts[2])) : new JsonArray(Wire("start", "Done", id), Wire(id, "Submitted", "end")),
            },
        }.ToJsonString();
    }

    private static JsonObject Wire(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };
}
