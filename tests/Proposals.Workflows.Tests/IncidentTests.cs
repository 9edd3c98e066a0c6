using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Tests;

/// <summary>What failed can be tried again or skipped, wherever it stood; and the instance ends all the same.</summary>
public sealed class IncidentTests
{
    private const string Failing = """{"typeName":"Boolean","expression":{"type":"JavaScript","value":"missing.word"}}""";
    private const string Count = """[{"id":"n","name":"N","typeName":"Int32","value":"0"}]""";

    /// <summary>True once, and then it fails.</summary>
    private const string OnceThenFailing = """{"typeName":"Boolean","expression":{"type":"JavaScript","value":"getN() > 0 ? missing.word : true"}}""";

    private const string CountUp = """{"id":"up","type":"Elsa.SetVariable","variable":{"id":"n"},"value":{"typeName":"Object","expression":{"type":"JavaScript","value":"getN() + 1"}}}""";

    [Fact]
    public void A_loop_that_fails_in_its_first_round_leaves_nothing_behind_when_it_is_skipped()
    {
        var scene = Scene.Of(Drawings.Flowchart(
            """
            [{"id":"each","type":"Elsa.ForEach","items":{"typeName":"Object","expression":{"type":"JavaScript","value":"['甲']"}},
              "currentValue":{"typeName":"Object","memoryReference":{"id":"n"}},"body":{"id":"note","type":"Test.Note"}}]
            """,
            [],
            Count)).Start();
        Assert.Equal("variable.type", scene.Fault?.Code);
        scene.Tell(new Skip(scene.Fault?.IncidentId ?? "", "Done", Scene.Morning));
        Assert.Equal("Finished", scene.Status);
    }

    [Fact]
    public void An_incident_of_a_loop_that_a_join_cut_off_only_waits_to_be_seen()
    {
        var scene = Scene.Of(Drawings.Flowchart(
            $$"""
            [{"id":"start","type":"Elsa.Start"},{"id":"w","type":"Elsa.While","condition":{{OnceThenFailing}},"body":{{CountUp}}},
             {"id":"note","type":"Test.Note"},{"id":"more","type":"Test.Note"},{"id":"join","type":"Elsa.FlowJoin"}]
            """,
            ["start Done w", "start Done note", "note Done more", "more Done join", "w Done join"],
            Count)).Start();
        Assert.Equal(("Faulted", "w"), (scene.Status, scene.Fault?.ActivityId));
        scene.Tell(new Retry(scene.Fault?.IncidentId ?? "", Scene.Morning));
        Assert.Equal("Finished", scene.Status);
        Assert.Single(scene.Effects.OfType<IncidentRaised>());
    }

    [Fact]
    public void What_a_join_cancelled_is_not_run_by_a_retry()
    {
        var scene = Scene.Of(Drawings.Flowchart(
            $$"""
            [{"id":"start","type":"Elsa.Start"},{"id":"note","type":"Test.Note"},{"id":"decide","type":"Elsa.FlowDecision","condition":{{Failing}}},
             {"id":"ask","type":"Test.Task"},{"id":"join","type":"Elsa.FlowJoin"},{"id":"last","type":"Test.Task"}]
            """,
            ["start Done note", "start Done decide", "note Done join", "decide True ask", "ask Done join", "join Done last"])).Start();
        Assert.Equal(["last"], scene.Open.Select(step => step.ActivityId));
        scene.Tell(new Retry(scene.Fault?.IncidentId ?? "", Scene.Morning));
        Assert.Equal(("Running", 1), (scene.Status, scene.Effects.OfType<IncidentRaised>().Count()));
        Assert.Equal(["last"], scene.Open.Select(step => step.ActivityId));
        Assert.Equal("Finished", scene.Answer("last", "Done").Status);
    }

    [Fact]
    public void Finish_closes_the_incidents_of_a_workflow_that_went_on_with_them()
    {
        var drawing = Drawings.Flowchart(
            $$"""[{"id":"start","type":"Elsa.Start"},{"id":"decide","type":"Elsa.FlowDecision","condition":{{Failing}}},{"id":"ask","type":"Test.Task"},{"id":"end","type":"Elsa.Finish"}]""",
            ["start Done decide", "start Done ask", "ask Done end"]);
        var scene = Scene.Of(drawing.Replace("""{"definitionId":"small",""", """{"definitionId":"small","options":{"incidentStrategyType":"ContinueWithIncidentsStrategy"},""", StringComparison.Ordinal)).Start();
        Assert.Equal(("Running", false), (scene.Status, scene.Fault?.StopsInstance));
        scene.Answer("ask", "Done");
        Assert.Equal("Finished", scene.Status);
        Assert.Equal(scene.Fault?.IncidentId, Assert.Single(scene.Effects.OfType<IncidentCleared>()).IncidentId);
    }

    [Fact]
    public void An_activity_without_ports_is_skipped_as_done()
    {
        var scene = Scene.Of(Drawings.Flowchart(
            """[{"id":"stop","type":"Elsa.Complete","outcomes":{"typeName":"Object","expression":{"type":"JavaScript","value":"missing.word"}}}]""", [])).Start();
        Assert.Equal("stop", scene.Fault?.ActivityId);
        scene.Tell(new Skip(scene.Fault?.IncidentId ?? "", Skip.NoPort, Scene.Morning));
        Assert.Equal("Finished", scene.Status);
    }

    [Fact]
    public void An_inner_workflow_whose_output_does_not_fit_fails_again_when_it_is_tried_again()
    {
        var outer = Loaded(
            Drawings.Flowchart("""[{"id":"use","type":"inner","workflowDefinitionId":"inner","word":{"typeName":"Object","memoryReference":{"id":"n"}}},{"id":"last","type":"Test.Task"}]""", ["use Agreed last"], Count));
        var scene = new Scene(outer).Start();
        Assert.Equal(("variable.type", "use"), (scene.Fault?.Code, scene.Fault?.ActivityId));
        scene.Tell(new Retry(scene.Fault?.IncidentId ?? "", Scene.Morning));
        Assert.Equal(("Faulted", 2), (scene.Status, scene.Effects.OfType<IncidentRaised>().Count()));
        scene.Tell(new Skip(scene.Fault?.IncidentId ?? "", "Agreed", Scene.Morning));
        Assert.Equal(["last"], scene.Open.Select(step => step.ActivityId));
    }

    [Fact]
    public void All_outputs_of_an_inner_workflow_can_be_asked_for()
    {
        var outer = Loaded(Drawings.Flowchart(
            """
            [{"id":"use","type":"inner","workflowDefinitionId":"inner"},
             {"id":"both","type":"Elsa.SetVariable","variable":{"id":"n"},"value":{"typeName":"Object","expression":{"type":"JavaScript","value":"getOutputFrom('use','Word') + getOutputFrom('use','Other')"}}},
             {"id":"last","type":"Test.Task"}]
            """,
            ["use Agreed both", "both Done last"],
            """[{"id":"n","name":"N","typeName":"String","value":""}]"""));
        Assert.Equal("甲乙", new Scene(outer).Start().Variable("n")?.GetValue<string>());
    }

    [Fact]
    public void A_failed_instance_of_the_first_format_is_tried_again()
    {
        var definition = Drawings.Load(Drawings.Flowchart("""[{"id":"d","type":"Test.Note"},{"id":"ask","type":"Test.Task"}]""", ["d Done ask"]));
        var result = WorkflowMachine.Step(definition, """{"counter":1,"format":1,"instance":"c","queue":["d"],"status":"Faulted"}""", new Retry("c.2", Scene.Morning));
        Assert.Equal("ask", Assert.Single(result.Effects.OfType<StepWanted>()).ActivityId);
    }

    private static WorkflowDefinition Loaded(string outer)
    {
        const string inner =
            """
            {"definitionId":"inner","outcomes":["Agreed","Objected"],"outputs":[{"name":"Word","type":"String"},{"name":"Other","type":"String"}],"options":{"usableAsActivity":true},
             "root":{"id":"seq","type":"Elsa.Sequence","activities":[
               {"id":"a","type":"Elsa.SetOutput","outputName":{"typeName":"String","expression":{"type":"Literal","value":"Word"}},"outputValue":{"typeName":"Object","expression":{"type":"Literal","value":"甲"}}},
               {"id":"b","type":"Elsa.SetOutput","outputName":{"typeName":"String","expression":{"type":"Literal","value":"Other"}},"outputValue":{"typeName":"Object","expression":{"type":"Literal","value":"乙"}}},
               {"id":"c","type":"Elsa.Complete","outcomes":{"typeName":"Object","expression":{"type":"Object","value":"[\"Agreed\"]"}}}]}}
            """;
        var result = DefinitionReader.Load(outer, TestCatalogue.Office, (id, _) => id == "inner" ? inner : null);
        return result.Runs ? result.Definition : throw new InvalidOperationException(string.Join('\n', result.Problems));
    }
}
