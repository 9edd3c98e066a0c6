using System.Text;
using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Tests;

public sealed class ProblemTests
{
    private const string Start = """{"id":"start","type":"Elsa.Start"}""";
    private const string Task = """{"id":"t","type":"Test.Task"}""";

    [Theory]
    [InlineData("", "definition.json", "$")]
    [InlineData("{", "definition.json", "$")]
    [InlineData("[1]", "definition.json", "$")]
    [InlineData("{\"definitionId\":\"\\ud800\"}", "definition.json", "$.definitionId")]
    [InlineData("{\"root\":{}}", "definition.id", "$.definitionId")]
    [InlineData("{\"definitionId\":\"x\"}", "root.missing", "$.root")]
    [InlineData("{\"definitionId\":\"x\",\"root\":{\"type\":\"Elsa.Flowchart\",\"Activities\":[]}}", "flowchart.case", "$.root.Activities")]
    [InlineData("{\"definitionId\":\"x\",\"root\":{\"type\":\"Elsa.Flowchart\",\"Connections\":[]}}", "flowchart.case", "$.root.Connections")]
    public void A_file_that_is_no_definition_is_refused(string json, string code, string where) => Assert.Contains((code, where), Found(json));

    [Theory]
    [InlineData("""{"type":"Test.Task"}""", "activity.id", "$.root.activities[1]")]
    [InlineData("""{"id":"a b","type":"Test.Task"}""", "activity.id", "$.root.activities[1]")]
    [InlineData("""{"id":"start","type":"Test.Task"}""", "activity.duplicate", "start")]
    [InlineData("""{"id":"x"}""", "activity.type", "x")]
    [InlineData("""{"id":"x","type":"Elsa.Unheard"}""", "activity.unknown", "x")]
    [InlineData("""{"id":"x","type":"Elsa.FlowJoin","mode":"Sometimes"}""", "join.mode", "x")]
    [InlineData("""{"id":"x","type":"Elsa.FlowJoin","mode":{"typeName":"Object","expression":{"type":"JavaScript","value":"'WaitAll'"}}}""", "join.mode", "x")]
    [InlineData("""{"id":"x:y","type":"Test.Task"}""", "activity.key", "x:y")]
    [InlineData("""{"id":"x","type":"Elsa.Fork","joinMode":"Sometimes"}""", "fork.mode", "x")]
    [InlineData("""{"id":"x","type":"Elsa.RunTask"}""", "input.missing", "x")]
    [InlineData("""{"id":"x","type":"Elsa.Sequence","activities":[{"id":"y","type":"Elsa.Unheard"}]}""", "activity.unknown", "y")]
    [InlineData("""{"id":"x","type":"Elsa.While","body":{"type":"Test.Task"}}""", "activity.id", "$.root.activities[1].body")]
    [InlineData("""{"id":"x","type":"Elsa.Switch","cases":[{"label":"A","condition":{"type":"JavaScript","value":"true"},"activity":{"typeName":"String","expression":{"type":"Literal","value":"y"}}}]}""", "activity.id", "$.root.activities[1].cases[0].activity")]
    [InlineData("""{"id":"x","type":"ReviewRound","workflowDefinitionId":"gone"}""", "inner.missing", "x")]
    [InlineData("""{"id":"x","type":"Elsa.Cron"}""", "activity.refused", "x")]
    [InlineData("""{"id":"x","type":"Elsa.RunCSharp"}""", "activity.refused", "x")]
    [InlineData("""{"id":"x","type":"Elsa.RunPython"}""", "activity.refused", "x")]
    [InlineData("""{"id":"x","type":"Elsa.Start"}""", "start.several", "x")]
    [InlineData("""{"id":"x","type":"Elsa.FlowDecision"}""", "decision.condition", "x")]
    [InlineData("""{"id":"x","type":"Elsa.FlowSwitch","cases":[{"label":""}]}""", "switch.case", "x")]
    [InlineData("""{"id":"x","type":"Elsa.FlowSwitch","cases":[{"label":"Default","condition":{"type":"Literal","value":true}}]}""", "switch.case", "x")]
    [InlineData("""{"id":"x","type":"Elsa.FlowSwitch","cases":[{"label":"A"}]}""", "switch.case", "x")]
    [InlineData("""{"id":"x","type":"Elsa.FlowSwitch","mode":"Sometimes"}""", "switch.mode", "x")]
    [InlineData("""{"id":"x","type":"Elsa.SetVariable","variable":{"id":"gone"}}""", "variable.unknown", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict"}""", "input.missing", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":"a","times":{"typeName":"Int32","expression":{"type":"Literal","value":"often"}}}""", "input.type", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":{"typeName":"String"}}""", "input.shape", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":{"typeName":"String","expression":{"type":"Object","value":"{"}}}""", "input.json", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":{"typeName":"String","expression":{"type":"Variable","value":{"id":"gone"}}}}""", "variable.unknown", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":{"typeName":"String","expression":{"type":"CSharp","value":"1"}}}""", "expression.refused", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":{"typeName":"String","expression":{"type":"Python","value":"1"}}}""", "expression.refused", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":{"typeName":"String","expression":{"type":"Liquid","value":"1"}}}""", "expression.refused", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":{"typeName":"String","expression":{"type":"Delegate","value":null}}}""", "expression.refused", "x")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":{"typeName":"String","expression":{"type":"Cobol","value":"1"}}}""", "expression.unknown", "x")]
    public void An_activity_that_cannot_run_is_named(string activity, string code, string where) =>
        Assert.Contains((code, where), Found(Drawings.Flowchart($"[{Start},{activity}]", [])));

    [Theory]
    [InlineData("""[{"id":"v"}]""", "variable.name", "$.variables[0]")]
    [InlineData("""[{"id":"v","name":"V","typeName":"Unheard"}]""", "variable.type", "$.variables[0]")]
    [InlineData("""[{"id":"v","name":"V","typeName":"Int32","value":"many"}]""", "variable.value", "$.variables[0]")]
    [InlineData("""[{"id":"v","name":"V","typeName":"String"},{"id":"v","name":"W","typeName":"String"}]""", "variable.duplicate", "$.variables[1]")]
    public void A_variable_that_cannot_be_kept_is_named(string variables, string code, string where) =>
        Assert.Contains((code, where), Found(Drawings.Flowchart($"[{Start}]", [], variables)));

    [Theory]
    [InlineData("start Done gone", "connection.unknown", "$.root.connections[0]")]
    [InlineData("gone Done t", "connection.unknown", "$.root.connections[0]")]
    [InlineData("t Approved t", "connection.port", "t")]
    public void A_connection_that_leads_astray_is_named(string connection, string code, string where) =>
        Assert.Contains((code, where), Found(Drawings.Flowchart($"[{Start},{Task}]", [connection])));

    [Fact]
    public void A_connection_without_an_end_is_named() => Assert.Contains(
        ("connection.shape", "$.root.connections[0]"),
        Found($$$"""{"definitionId":"x","root":{"type":"Elsa.Flowchart","activities":[{{{Start}}}],"connections":[{"source":{"activity":"start"}}]} }"""));

    [Fact]
    public void A_flowchart_needs_exactly_one_start()
    {
        Assert.Contains(("start.missing", "$.root"), Found(Drawings.Flowchart("[]", [])));
        Assert.Contains(("start.several", "u"), Found(Drawings.Flowchart($$"""[{{Task}},{"id":"u","type":"Test.Task"}]""", [])));
        Assert.DoesNotContain(Found(Drawings.Flowchart($"[{Task}]", [])), found => found.Code.StartsWith("start", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1 +", "script.syntax", "line 1")]
    [InlineData("var x = ;", "script.syntax", "line 1")]
    [InlineData("/(/.test('')", "script.pattern", "/(/")]
    [InlineData("/(?=a)b/.test('')", "script.pattern", "/(?=a)b/")]
    [InlineData("[1].map(x => x)", "script.construct", "=>")]
    [InlineData("let x = 1; x", "script.construct", "let")]
    [InlineData("const x = 1; x", "script.construct", "const")]
    [InlineData("'' + `x`", "script.construct", "template")]
    [InlineData("class A {}", "script.construct", "class")]
    [InlineData("variables.A?.b", "script.construct", "?.")]
    [InlineData("variables.A ?? 1", "script.construct", "??")]
    [InlineData("Math.max(...[1])", "script.construct", "...")]
    [InlineData("2 ** 3", "script.construct", "**")]
    [InlineData("eval('1')", "script.construct", "eval")]
    [InlineData("new Function('1')", "script.construct", "Function")]
    [InlineData("''.constructor", "script.construct", "constructor")]
    [InlineData("Math.random()", "script.construct", "Math.random")]
    [InlineData("({ get a() { return 1; } })", "script.construct", "getter")]
    [InlineData("debugger", "script.construct", "debugger")]
    [InlineData("function F() {} new F()", "script.construct", "new F")]
    public void A_script_that_is_not_ES5_is_refused_with_the_place_or_the_construct(string script, string code, string named)
    {
        var problem = Assert.Single(Drawings.Read(Drawings.Scripted(script)).Problems, found => found.Severity == ProblemSeverity.Error);
        Assert.Equal((code, "compute"), (problem.Code, problem.Where));
        Assert.Contains(named, problem.Sentence.English, StringComparison.Ordinal);
        Assert.NotEqual("", problem.Sentence.Chinese);
    }

    [Theory]
    [InlineData("'let => `?.` class' + \"a ?? b\" /* const */ // let")]
    [InlineData("variables.let === undefined ? .5 : 1")]
    [InlineData("({ let: 1 }).let")]
    public void Words_inside_texts_and_comments_are_no_constructs(string script) => Assert.True(Drawings.Read(Drawings.Scripted(script)).Runs);

    [Fact]
    public void A_script_that_is_too_long_or_too_deep_is_refused()
    {
        Assert.Contains(("script.size", "compute"), Found(Drawings.Scripted(new string(' ', 4097))));
        foreach (var deep in new[] { new string('(', 4000), new string('[', 4000), new string('!', 4090) + "1", string.Join("+", Enumerable.Repeat("1", 2000)), string.Concat(Enumerable.Repeat("if(1)", 800)) + ";" })
            Assert.Contains(Found(Drawings.Scripted(deep)), found => found.Code is "script.depth" or "script.syntax");
        Assert.Contains(("script.depth", "compute"), Found(Drawings.Scripted(string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200)))));
    }

    [Fact]
    public void What_is_too_large_is_refused()
    {
        Assert.Contains(("definition.size", "$"), Found(new string(' ', 1024 * 1024 + 1)));
        var many = string.Join(',', Enumerable.Range(0, 2001).Select(number => $$"""{"id":"a{{number}}","type":"Test.Task"}"""));
        Assert.Contains(("definition.activities", "$.root.activities"), Found(Drawings.Flowchart($"[{many}]", [])));
        var wires = string.Join(',', Enumerable.Repeat("""{"source":"start","target":"t"}""", 10_001));
        Assert.Contains(("definition.connections", "$.root.connections[10000]"),
            Found($$$"""{"definitionId":"x","root":{"type":"Elsa.Flowchart","activities":[{{{Start}}},{{{Task}}}],"connections":[{{{wires}}}]} }"""));
        Assert.Contains(("definition.json", "$"), Found(string.Concat(Enumerable.Repeat("[", 5000))));
    }

    [Fact]
    public void A_chain_of_two_thousand_activities_loads_and_runs()
    {
        var chain = string.Join(',', Enumerable.Range(0, 1998).Select(number => $$"""{"id":"a{{number}}","type":"Test.Note"}"""));
        string[] wires = ["start Done a0", .. Enumerable.Range(0, 1997).Select(number => $"a{number} Done a{number + 1}")];
        Assert.Equal("Finished", Scene.Of(Drawings.Flowchart($"[{Start},{chain}]", wires)).Start().Status);
    }

    [Theory]
    [InlineData("""[{"source":"start","target":"t","sourcePort":"Done","targetPort":"In"}]""")]
    [InlineData("""[{"source":"start","target":"t"}]""")]
    [InlineData("""{"$values":[{"source":{"activity":"start"},"target":{"activity":"t"}}]}""")]
    [InlineData("""{"source":{"Activity":"start","Port":"Done"},"target":{"activity":"t"}}""")]
    public void Every_way_in_which_Elsa_wrote_connections_is_read(string connections)
    {
        var result = Drawings.Read("\uFEFF" + $$$"""{"DefinitionId":"x","Root":{"type":"Elsa.Flowchart","activities":[{{{Start}}},{{{Task}}}],"connections":{{{connections}}}} }""");
        Assert.True(result.Runs, string.Join(" ", result.Problems));
        Assert.Equal(new DefinedConnection("start", "Done", "t"), Assert.Single(result.Definition.Connections));
    }

    [Fact]
    public void Inputs_may_come_from_variables_inputs_objects_and_defaults()
    {
        var scene = Scene.Of(Drawings.Flowchart(
            $$$"""
            [{{{Start}}},{"id":"x","type":"Test.Strict",
              "who":{"typeName":"String","expression":{"type":"Variable","value":"{\"id\":\"v\"}"}},
              "extra":{"typeName":"Object","expression":{"type":"Object","value":"{\"b\":1,\"a\":[2]}"}},
              "kind":{"typeName":"String","expression":{"type":"Input","value":{"name":"kind"}} }}]
            """,
            ["start Done x"], """[{"id":"v","name":"V","typeName":"String","value":"李四"}]""")).Start(new JsonObject { ["kind"] = "提案" });
        var inputs = Assert.Single(scene.Open).Inputs;
        Assert.Equal("李四", inputs["who"]?.GetValue<string>());
        Assert.Equal("""{"a":[2],"b":1}""", inputs["extra"]?.ToJsonString());
        Assert.Equal("提案", inputs["kind"]?.GetValue<string>());
        Assert.Equal(3, inputs["times"]?.GetValue<int>());
    }

    [Fact]
    public void No_damage_to_the_file_makes_the_reader_throw()
    {
        var text = File.ReadAllText(Drawings.HandlingFile());
        for (var cut = 0; cut < text.Length; cut += 211)
        {
            _ = Drawings.Read(text[..cut]);
            _ = Drawings.Read(new StringBuilder(text) { [cut] = '"' }.ToString());
            _ = Drawings.Read(new StringBuilder(text) { [cut] = '{' }.ToString());
        }
    }

    private static List<(string Code, string Where)> Found(string json)
    {
        var result = Drawings.Read(json);
        Assert.All(result.Problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Sentence.Chinese) || string.IsNullOrWhiteSpace(problem.Sentence.English)));
        return [.. result.Problems.Select(problem => (problem.Code, problem.Where))];
    }
}
