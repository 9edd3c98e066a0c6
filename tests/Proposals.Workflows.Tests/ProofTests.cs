using Proposals.Workflows.Definitions;
using Proposals.Workflows.Proof;

namespace Proposals.Workflows.Tests;

/// <summary>What the proof finds in small drawings: in containers, in loops, and inside workflows used as activities.</summary>
public sealed class ProofTests
{
    private const string Start = """{"id":"start","type":"Elsa.Start"}""";
    private const string End = """{"id":"end","type":"Elsa.End"}""";
    private const string Step = """{"id":"t","type":"Test.Task"}""";
    private const string Wait = """{"id":"inner","type":"Test.Task"}""";
    private const string Line = """{"id":"inner","type":"Elsa.WriteLine"}""";
    private const string Truth = """ {"typeName":"Boolean","expression":{"type":"JavaScript","value":"true"}} """;
    private const string List = """ {"typeName":"Object","expression":{"type":"JavaScript","value":"[1,2]"}} """;

    [Fact]
    public void An_unwired_port_and_an_unreachable_activity_are_found()
    {
        var found = Check(Drawings.Flowchart($$"""[{{Start}},{"id":"far","type":"Test.Task"}]""", []));
        Assert.Equal([("activity.unreachable", "far"), ("port.unwired", "start")], found.Select(problem => (problem.Code, problem.Where)));
        Assert.Equal([new PathStep("start", "Done")], found[1].Path);
    }

    /// <summary>The one activity between start and end, and what is found there.</summary>
    [Theory]
    [InlineData($$"""{"id":"x","type":"Elsa.Sequence","activities":[{{Wait}}]}""", "")]
    [InlineData($$"""{"id":"x","type":"Elsa.If","condition":{{Truth}},"then":{{Wait}}}""", "")]
    [InlineData($$"""{"id":"x","type":"Elsa.Switch","cases":[{"label":"A","condition":{{Truth}},"activity":{{Wait}}}]}""", "")]
    [InlineData($$"""{"id":"x","type":"Elsa.Parallel","activities":[{{Wait}},{{Step}}]}""", "")]
    [InlineData($$"""{"id":"x","type":"Elsa.Fork","branches":[{{Wait}},{{Step}}],"joinMode":"WaitAny"}""", "")]
    [InlineData($$"""{"id":"x","type":"Elsa.While","condition":{{Truth}},"body":{{Wait}}}""", "")]
    [InlineData($$"""{"id":"x","type":"Elsa.While","condition":{{Truth}},"body":{{Line}}}""", "loop.busy inner")]
    [InlineData($$"""{"id":"x","type":"Elsa.For","end":{"typeName":"Int32","expression":{"type":"Literal","value":9} },"body":{{Line}} }""", "")]
    [InlineData($$"""{"id":"x","type":"Elsa.ForEach","items":{{List}},"body":{{Wait}}}""", "")]
    [InlineData($$"""{"id":"x","type":"Elsa.ParallelForEach","items":{{List}},"body":{{Wait}}}""", "")]
    [InlineData("""{"id":"x","type":"Elsa.RunJavaScript","script":{"typeName":"String","expression":{"type":"Literal","value":"missing.thing"}}}""", "")]
    [InlineData("""{"id":"x","type":"Elsa.Delay","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"not a time"}}}""", "")]
    [InlineData("""{"id":"x","type":"Elsa.StartAt","dateTime":{"typeName":"DateTimeOffset","expression":{"type":"Literal","value":"2026-01-01T00:00:00Z"}}}""", "")]
    [InlineData("""{"id":"x","type":"Elsa.ExecuteWorkflow","workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"other"}},"waitForCompletion":{"typeName":"Boolean","expression":{"type":"Literal","value":true}}}""", "")]
    [InlineData($$"""{"id":"x","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.Start"},{"id":"b","type":"Test.Task"}],"connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"} }]}""", "port.unwired b")]
    [InlineData("""{"id":"x","type":"Elsa.Fault"}""", "flow.fault x")]
    public void Containers_and_loops_are_walked_as_they_run(string activity, string expected)
    {
        var found = Check(Drawings.Flowchart($"[{Start},{activity},{End}]", ["start Done x", "x Done end"]));
        var sound = found.Where(problem => !(activity.Contains("Fault", StringComparison.Ordinal) && problem is { Where: "end" }));
        Assert.Equal(expected, string.Join(", ", sound.Select(problem => $"{problem.Code} {problem.Where}")));
    }

    /// <summary>A loop may lead through a branch that does not wait, as long as a join behind it does.</summary>
    [Theory]
    [InlineData("WaitAll", "")]
    [InlineData("WaitAny", "loop.busy")]
    public void A_loop_waits_where_its_join_waits(string mode, string expected)
    {
        var found = Check(Drawings.Flowchart(
            $$"""
            [{{Start}},{"id":"f","type":"Elsa.FlowFork","branches":{"typeName":"List<String>","expression":{"type":"Object","value":"[\"A\",\"B\"]"} } },{{Step}},
             {"id":"j","type":"Elsa.FlowJoin","mode":{"typeName":"String","expression":{"type":"Literal","value":"{{mode}}"} } },
             {"id":"d","type":"Elsa.FlowDecision","condition":{{Truth}}},{{End}}]
            """,
            ["start Done f", "f A t", "f B j", "t Done j", "j Done d", "d True end", "d False f"]));
        Assert.Equal(expected, string.Join(", ", found.Select(problem => problem.Code)));
    }

    /// <summary>A workflow inside another one is proved as a part of it, under the name that it has there.</summary>
    [Fact]
    public void What_stands_inside_a_workflow_used_as_an_activity_is_proved_with_it()
    {
        var inner = Drawings.Flowchart($$"""[{{Start}},{"id":"a","type":"Proposals.ApproveAllocation"},{{End}}]""", ["start Done a", "a Approved end"]);
        var outer = Drawings.Flowchart($$"""[{{Start}},{"id":"part","type":"Part","workflowDefinitionId":"small"},{{End}}]""", ["start Done part", "part Done end"]).Replace("\"small\",\"var", "\"outer\",\"var", StringComparison.Ordinal);
        var found = FlowProof.Of(outer, TestCatalogue.Office, (_, _) => inner)?.Check(FlowRules.All) ?? [];
        Assert.Equal([("port.unwired", "part")], found.Select(problem => (problem.Code, problem.Where)));
        Assert.Contains("SentBack", found[0].Sentence.English, StringComparison.Ordinal);
    }

    /// <summary>What passes never stops, whatever is answered.</summary>
    [Fact]
    public void A_random_drawing_that_passes_never_gets_stuck()
    {
        int passed = 0, refused = 0;
        for (var seed = 1; seed <= 120; seed++)
        {
            var flow = new RandomFlow(seed);
            var found = FlowProof.Of(flow.Json, TestCatalogue.Office)?.Check([FlowRules.NoDeadlock, FlowRules.NoLoopWithoutWaiting]);
            if (found is null || found.Any(problem => problem.Code is "loop.busy" or "flow.too-large" or "flow.deadlock"))
            {
                refused++;
                continue;
            }

            passed++;
            for (var answers = 1; answers <= 5; answers++)
            {
                var walk = new RandomFlowWalk(flow.Json, answers);
                Assert.False(walk.WasBusy, $"RandomFlow({seed}), RandomFlowWalk({answers})");
                Assert.DoesNotContain(walk.Codes, code => code == "join.dead-path");
            }
        }

        Assert.True(passed >= 25 && refused >= 15, $"passed {passed}, refused {refused}");
    }

    private static IReadOnlyList<Problem> Check(string json) => FlowProof.Of(json, TestCatalogue.Office)?.Check(FlowRules.All) ?? throw new InvalidOperationException("It does not read.");
}
