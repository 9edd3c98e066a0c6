using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Designer;
using Proposals.Handling;
using Proposals.Incidents;
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

    [Fact]
    public async Task What_fails_inside_the_inner_workflow_has_its_own_name_and_outcomes()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var failing = new JsonObject { ["typeName"] = "Boolean", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "missing" } };
        await shelf.PublishedAsync(Drawn("receiving-round", new JsonObject { ["id"] = "doubt", ["type"] = "Elsa.FlowDecision", ["condition"] = failing }, "doubt True end|doubt False end", true));
        await shelf.PublishedAsync(Outer());
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("306", new DateOnly(2025, 3, 17)));
        var incident = Assert.Single((await story.FileAsync()).Incidents);
        Assert.Equal(("round:doubt", "条件判断"), (incident.ActivityId, incident.ActivityName));
        Assert.Equal(["True", "False"], incident.PortNames);

        await story.DoAsync(Shelf.Admin, new SkipIncident(incident.Id, "True", "按领导口头意见继续"));
        Assert.False(Assert.Single((await story.FileAsync()).Incidents).IsOpen);
        Assert.NotNull(await bureau.ReadAsync(db => Task.FromResult(db.WorkflowInstances.Single().FinishedAt)));
    }

    [Fact]
    public async Task Publishing_an_inner_version_again_leaves_those_that_use_it_as_they_were()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        var inner = await shelf.PublishedAsync(Inner("Proposals.Receive"));
        await shelf.PublishedAsync(Outer());
        Assert.True((await shelf.RetractAsync(inner)).IsDone);
        Assert.True((await shelf.PublishAsync(inner)).IsDone);
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("303", new DateOnly(2025, 3, 17)));
        Assert.Equal("round:receive", (await OpenAsync(bureau, story.Id)).ActivityId);
    }

    [Fact]
    public async Task Publishing_an_outer_version_again_does_not_change_what_it_uses()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        await shelf.PublishedAsync(Inner("Proposals.Receive"));
        var outer = await shelf.PublishedAsync(Outer());
        await shelf.PublishedAsync(Inner("Proposals.ProposeAllocation", "propose"));
        await shelf.PublishedAsync(Shelf.Text("3wd"));
        Assert.True((await shelf.PublishAsync(outer)).IsDone);
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("304", new DateOnly(2025, 3, 17)));
        Assert.Equal("round:receive", (await OpenAsync(bureau, story.Id)).ActivityId);
    }

    [Fact]
    public async Task A_retracted_inner_workflow_is_not_there_for_a_new_outer_one()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        Assert.True((await shelf.RetractAsync(await shelf.PublishedAsync(Inner("Proposals.Receive")))).IsDone);
        var refused = await shelf.PublishAsync(await shelf.SavedAsync(Outer()));
        Assert.Contains(refused.Problems, problem => problem is { Code: "inner.missing", Where: "round" });
    }

    [Fact]
    public async Task A_version_published_before_its_inner_versions_were_kept_means_those_of_its_day()
    {
        await using var bureau = await Bureau.OpenAsync();
        var shelf = new Shelf(bureau);
        await shelf.PublishedAsync(Inner("Proposals.Receive"));
        await shelf.PublishedAsync(Outer());
        await shelf.PublishedAsync(Inner("Proposals.ProposeAllocation", "propose"));
        await bureau.ReadAsync(db => db.WorkflowDefinitions.ExecuteUpdateAsync(set => set.SetProperty(version => version.InnerVersions, (string?)null)));
        var story = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("305", new DateOnly(2025, 3, 17)));
        Assert.Equal("round:receive", (await OpenAsync(bureau, story.Id)).ActivityId);
    }

    private static Task<Proposals.Inbox.Step> OpenAsync(Bureau bureau, CaseId id) => bureau.ReadAsync(db => Task.FromResult(db.Steps.Single(step => step.CaseId == id)));

    private static string Inner(string step, string id = "receive") => Drawn("receiving-round", new JsonObject { ["id"] = id, ["type"] = step, ["who"] = "Office", ["term"] = "2wd" }, $"{id} Received end", step == "Proposals.Receive");

    private static string Outer() => Drawn(PublishedDefinitions.ProposalHandling, new JsonObject { ["id"] = "round", ["type"] = "ReceivingRound", ["workflowDefinitionId"] = "receiving-round" }, "round Done end", true);

    private static string Drawn(string definitionId, JsonObject activity, string wire, bool isWired)
    {
        var id = activity["id"]?.GetValue<string>() ?? "";
        var wires = wire.Split('|').Select(line => line.Split(' ')).Select(parts => Wire(parts[0], parts[1], parts[2]));
        return new JsonObject
        {
            ["definitionId"] = definitionId,
            ["name"] = definitionId,
            ["root"] = new JsonObject
            {
                ["id"] = "flow",
                ["type"] = "Elsa.Flowchart",
                ["activities"] = new JsonArray(new JsonObject { ["id"] = "start", ["type"] = "Elsa.Start" }, activity, new JsonObject { ["id"] = "end", ["type"] = "Elsa.End" }),
                ["connections"] = isWired ? new JsonArray([Wire("start", "Done", id), .. wires]) : new JsonArray(Wire("start", "Done", id), Wire(id, "Submitted", "end")),
            },
        }.ToJsonString();
    }

    private static JsonObject Wire(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };
}
