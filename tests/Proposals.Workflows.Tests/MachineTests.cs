using System.Text.Json.Nodes;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Tests;

public sealed class MachineTests
{
    private static readonly string[] toFeedback =
        ["receive Received", "proposeAllocation Submitted", "approveAllocation SentBack", "proposeAllocation Submitted", "approveAllocation Approved", "acceptAndName Accepted"];

    [Fact]
    public void End_cuts_off_every_branch_that_is_still_open()
    {
        var scene = Scene.Of(Drawings.Flowchart(
            """
            [{"id":"start","type":"Elsa.Start"},{"id":"a","type":"Test.Task"},{"id":"b","type":"Test.Task"},{"id":"c","type":"Test.Task"},{"id":"end","type":"Elsa.End"}]
            """,
            ["start Done a", "start Done b", "start Done c", "a Done end"])).Start();
        Assert.Equal(3, scene.Open.Count);
        scene.Answer("a", "Done");
        Assert.Equal(["case-1.2", "case-1.3"], scene.Effects.OfType<WaitWithdrawn>().Select(step => step.WaitId));
        Assert.Empty(scene.Open);
        Assert.Equal("Finished", scene.Status);
    }

    [Theory]
    [InlineData("case-1.99", "Received")]
    [InlineData("case-1.1", "NoSuchPort")]
    [InlineData("", "")]
    public void An_answer_that_nobody_waits_for_changes_nothing(string wait, string port)
    {
        var scene = HandlingTests.Ready();
        var before = scene.State;
        var result = WorkflowMachine.Step(Drawings.Handling, before, new Answer(wait, port, Scene.Morning));
        Assert.Same(before, result.State);
        Assert.Empty(result.Effects);
    }

    [Fact]
    public void An_answer_given_twice_counts_once()
    {
        var scene = HandlingTests.Ready();
        var answer = new Answer("case-1.1", "Received", Scene.Morning);
        var once = scene.Tell(answer).State;
        Assert.Equal(once, scene.Tell(answer).State);
    }

    [Fact]
    public void Cancelling_withdraws_the_open_steps_and_ends_the_instance_for_good()
    {
        var scene = HandlingTests.Ready().Tell(new Cancel("退办", Scene.Morning));
        Assert.Equal(new WaitWithdrawn("case-1.1", WaitKind.Person, "退办"), Assert.Single(scene.Effects.OfType<WaitWithdrawn>()));
        Assert.Equal("Cancelled", Assert.Single(scene.Effects.OfType<InstanceFinished>()).SubStatus);
        var ended = scene.State;
        scene.Tell(new Cancel("again", Scene.Morning)).Tell(new Answer("case-1.1", "Received", Scene.Morning)).Tell(new Retry(scene.Fault?.IncidentId ?? "", Scene.Morning));
        Assert.Equal(ended, scene.State);
    }

    [Fact]
    public void Replaying_the_events_gives_the_same_states_and_effects()
    {
        var first = HandlingTests.Walk(HandlingTests.Ready(), toFeedback);
        string? state = null;
        var effects = new List<Effect>();
        foreach (var happened in first.Events)
        {
            var result = WorkflowMachine.Step(Drawings.Load(File.ReadAllText(Drawings.HandlingFile())), state, happened);
            state = result.State;
            effects.AddRange(result.Effects);
        }

        Assert.Equal(first.State, state);
        Assert.Equal(first.Effects.Select(Text), effects.Select(Text));
    }

    [Fact]
    public void The_state_is_one_small_text_with_sorted_keys()
    {
        var scene = HandlingTests.Ready();
        Assert.Equal(
            """{"counter":1,"format":2,"frames":[{"activity":"flow","number":1}],"instance":"case-1","opened":1,"status":"Running","visits":{"receive":1},"waits":[{"activity":"receive","id":"case-1.1","number":1,"owner":1}]}""",
            scene.State);
    }

    [Fact]
    public void A_state_with_everything_in_it_survives_its_text()
    {
        const string full =
            """
            {"answers":[{"outputs":{"r":1},"port":"Done","wait":{"activity":"t","id":"i.2","number":1,"owner":1}}],"correlation":"关联","counter":3,"format":2,"frames":[{"activity":"chart","breaking":true,"index":2,"items":[1,"b"],"late":{"j a/Done":1},"left":4,"number":1,"outcomes":"A\nB","parked":{"j t/Done":2},"values":{"x":{"y":null}}},{"activity":"chart","number":2,"parent":1,"round":true}],"incidents":[{"abandoned":true,"activity":"t","frame":1,"id":"i.3","owner":1,"place":1}],"inputs":{"a":{"x":[1,2.5,null,"甲\"乙"]}},"instance":"i","last":"文","name":"名","opened":2,"outputs":{"t":{"o":true}},"over":true,"queue":[{"activity":"j","owner":1},{"activity":"t","owner":1}],"results":{"out":5},"status":"Faulted","variables":{"v":"文字"},"visits":{"t":2},"waits":[{"activity":"t","event":"到账","id":"i.3","number":2,"owner":1}]}
            """;
        var definition = Drawings.Load(Drawings.Flowchart("""[{"id":"t","type":"Test.Task"},{"id":"j","type":"Elsa.End"}]""", ["t Done j"]));
        Assert.Equal(full, StateWriter.Write(StateReader.Read(definition, full)));
    }

    [Fact]
    public void A_state_of_an_unknown_format_is_not_guessed_at() =>
        Assert.Throws<FormatException>(() => WorkflowMachine.Step(Drawings.Handling, """{"format":3,"instance":"x","status":"Running"}""", new Cancel("", Scene.Morning)));

    [Fact]
    public void A_loop_without_a_wait_faults_and_can_be_tried_again()
    {
        var scene = Scene.Of(Drawings.Flowchart("""[{"id":"start","type":"Elsa.Start"},{"id":"round","type":"Test.Note"}]""", ["start Done round", "round Done round"])).Start();
        Assert.Equal(("loop.busy", "round"), (scene.Fault?.Code, scene.Fault?.ActivityId));
        var before = scene.State;
        Assert.Equal(before, scene.Tell(new Answer("case-1.1", "Done", Scene.Morning)).State);
        scene.Tell(new Retry(scene.Fault?.IncidentId ?? "", Scene.Morning));
        Assert.Equal(("Faulted", 2), (scene.Status, scene.Effects.OfType<IncidentRaised>().Count()));
    }

    [Theory]
    [InlineData("missing + 1", "missing is not defined")]
    [InlineData("throw new Error('no such class')", "no such class")]
    public void A_fault_says_in_words_what_the_script_ran_into(string script, string words) =>
        Assert.Contains(words, Scene.Of(Drawings.Scripted(script)).Start().Fault?.Detail, StringComparison.Ordinal);

    [Fact]
    public void A_retry_goes_on_from_where_the_instance_stopped()
    {
        var scene = Scene.Of(Drawings.Scripted("getFact('ready') ? 1 : missing")).Start();
        Assert.Equal("script.error", scene.Fault?.Code);
        scene.Tell(new Retry(scene.Fault?.IncidentId ?? "", Scene.Morning) { Facts = new JsonObject { ["ready"] = true } });
        Assert.Equal("Finished", scene.Status);
    }

    [Fact]
    public void A_decider_that_names_no_port_of_its_own_is_an_incident()
    {
        var scene = Scene.Of(Drawings.Flowchart("""[{"id":"start","type":"Elsa.Start"},{"id":"lost","type":"Test.Lost"}]""", ["start Done lost"])).Start();
        Assert.Equal(("decider.port", "lost"), (scene.Fault?.Code, scene.Fault?.ActivityId));
    }

    [Fact]
    public void A_condition_that_is_neither_true_nor_false_is_an_incident()
    {
        var scene = Scene.Of(Drawings.Flowchart(
            """[{"id":"start","type":"Elsa.Start"},{"id":"d","type":"Elsa.FlowDecision","condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"'perhaps'"}}}]""",
            ["start Done d"])).Start();
        Assert.Equal("condition.type", scene.Fault?.Code);
    }

    [Fact]
    public void What_arrives_and_nests_too_deep_to_be_kept_is_an_incident_of_whoever_waited_for_it()
    {
        var scene = Scene.Of(Drawings.Flowchart(
            """[{"id":"start","type":"Elsa.Start"},{"id":"wait","type":"Elsa.Event","eventName":{"typeName":"String","expression":{"type":"Literal","value":"Paid"}}},{"id":"task","type":"Test.Task"}]""",
            ["start Done wait", "wait Done task"])).Start();
        scene.Tell(new EventHappened("Paid", JsonNode.Parse(new string('[', 32) + "1" + new string(']', 32)), Scene.Morning));
        Assert.Equal(("value.depth", "wait", "Faulted"), (scene.Fault?.Code, scene.Fault?.ActivityId, scene.Status));

        scene.Tell(new Retry(scene.Fault?.IncidentId ?? "", Scene.Morning));
        scene.Tell(new EventHappened("Paid", JsonNode.Parse(new string('[', 31) + "1" + new string(']', 31)), Scene.Morning));
        Assert.Equal("task", Assert.Single(scene.Open).ActivityId);
    }

    [Theory]
    [InlineData("""{"b":1,"a":[true,null]}""", """{"a":[true,null],"b":1}""")]
    [InlineData(" 上级[2025]3号文 ", "\"上级[2025]3号文\"")]
    [InlineData("{\"a\":tru}", "\"{\\u0022a\\u0022:tru}\"")]
    [InlineData("""{"a":1,"\u0061":2}""", null)]
    [InlineData("""["\udc00"]""", null)]
    [InlineData("""{"\ud800":1}""", null)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", null)]
    public void A_typed_value_is_read_only_where_it_has_one_meaning(string typed, string? expected)
    {
        Assert.Equal(expected is not null, GivenValue.TryRead(typed, out var value));
        Assert.True(JsonNode.DeepEquals(expected is null ? null : JsonNode.Parse(expected), value), value?.ToJsonString());
    }

    [Fact]
    public void A_loop_back_over_parallel_branches_keeps_every_token()
    {
        var scene = Scene.Of(Drawings.Flowchart(
            """
            [{"id":"start","type":"Elsa.Start"},{"id":"a","type":"Test.Task"},{"id":"b","type":"Test.Task"},{"id":"check","type":"Elsa.FlowDecision",
              "condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"getOutputFrom('a', 'good') === true"}}},
             {"id":"both","type":"Test.Task"}]
            """,
            ["start Done a", "start Done b", "a Done check", "check True both", "check False a", "b Done both"])).Start();
        scene.Answer("a", "Done").Answer("b", "Done").Answer("a", "Done");
        Assert.Equal("a", Assert.Single(scene.Open).ActivityId);
        scene.Answer("a", "Done", new JsonObject { ["good"] = true });
        Assert.Equal(("both", 1), (Assert.Single(scene.Open).ActivityId, scene.Open[0].WaitNumber));
        Assert.Equal("Finished", scene.Answer("both", "Done").Status);
    }

    [Fact]
    public void A_start_needs_no_state_and_everything_else_does()
    {
        Assert.Throws<ArgumentException>(() => WorkflowMachine.Step(Drawings.Handling, null, new Cancel("", Scene.Morning)));
        Assert.Throws<ArgumentException>(() => WorkflowMachine.Step(Drawings.Handling, HandlingTests.Ready().State, new Start("x", Scene.Morning)));
    }

    internal static string Text(Effect effect) => effect is StepWanted wanted ? $"{wanted with { Inputs = new Dictionary<string, JsonNode?>() }} {JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(wanted.Inputs))?.ToJsonString()}".Replace("System.Collections.Generic.Dictionary`2[System.String,System.Text.Json.Nodes.JsonNode]", "", StringComparison.Ordinal) : effect.ToString();
}
