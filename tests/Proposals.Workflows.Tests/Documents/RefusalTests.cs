using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Documents;

namespace Proposals.Workflows.Tests.Documents;

public sealed class RefusalTests
{
    private const string Start = """{"id":"start","type":"Elsa.Start"}""";

    [Theory]
    [InlineData("", "definition.json", "$")]
    [InlineData("null", "definition.json", "$")]
    [InlineData("[1]", "definition.json", "$")]
    [InlineData("{} {}", "definition.json", "$")]
    [InlineData("{\"name\":\"a\",}", "definition.json", "$")]
    [InlineData("{\"name\":\"\\ud800\"}", "definition.json", "$.name")]
    [InlineData("""{"name":"a","name":"b"}""", "json.duplicate", "$.name")]
    [InlineData("""{"name":"a","Name":"b"}""", "json.duplicate", "$.name")]
    [InlineData("""{"root":{"metadata":{"a b":1,"a b":2}}}""", "json.duplicate", "$.root.metadata['a b']")]
    [InlineData("""{"definitionId":7}""", "definition.shape", "$.definitionId")]
    [InlineData("""{"createdAt":"yesterday"}""", "definition.shape", "$.createdAt")]
    [InlineData("""{"version":"1"}""", "definition.shape", "$.version")]
    [InlineData("""{"version":1.5}""", "definition.shape", "$.version")]
    [InlineData("""{"version":9999999999}""", "definition.shape", "$.version")]
    [InlineData("""{"isPublished":"yes"}""", "definition.shape", "$.isPublished")]
    [InlineData("""{"usableAsActivity":"yes"}""", "definition.shape", "$.usableAsActivity")]
    [InlineData("""{"options":{"usableAsActivity":1}}""", "definition.shape", "$.options.usableAsActivity")]
    [InlineData("""{"options":[]}""", "definition.shape", "$.options")]
    [InlineData("""{"inputs":{}}""", "definition.shape", "$.inputs")]
    [InlineData("""{"outputs":["a"]}""", "definition.shape", "$.outputs[0]")]
    [InlineData("""{"outcomes":["a",1]}""", "definition.shape", "$.outcomes[1]")]
    [InlineData("""{"variables":[{"name":"a"},7]}""", "variable.shape", "$.variables[1]")]
    [InlineData("""{"variables":[{"name":"a","typeName":"UnregisteredClrType:A.B, C"}]}""", "type.unregistered", "$.variables[0].typeName")]
    [InlineData("""{"root":"flow"}""", "definition.shape", "$.root")]
    [InlineData("""{"root":{"id":"flow"}}""", "activity.type", "flow")]
    [InlineData("""{"root":{}}""", "activity.type", "$.root")]
    public void A_file_that_cannot_be_kept_is_refused_with_the_place(string json, string code, string where) => Assert.Contains((code, where), Errors(json));

    [Theory]
    [InlineData("""{"type":"Test.Task"}""", "activity.id", "$.root.activities[1]")]
    [InlineData("7", "activity.id", "$.root.activities[1]")]
    [InlineData("""{"id":"a b","type":"Test.Task"}""", "activity.id", "$.root.activities[1]")]
    [InlineData("""{"id":7,"type":"Test.Task"}""", "activity.id", "$.root.activities[1]")]
    [InlineData("""{"id":"start","type":"Test.Task"}""", "activity.duplicate", "start")]
    [InlineData("""{"id":"x"}""", "activity.type", "x")]
    [InlineData("""{"id":"x","type":"T","Type":"U"}""", "json.duplicate", "$.root.activities[1].type")]
    [InlineData("""{"id":"x","type":"Test.Task","version":"latest"}""", "activity.shape", "x")]
    [InlineData("""{"id":"x","type":"Test.Task","metadata":7}""", "activity.shape", "x")]
    [InlineData("""{"id":"x","type":"Elsa.If","then":{"type":"Elsa.WriteLine"}}""", "activity.id", "$.root.activities[1].then")]
    [InlineData("""{"id":"x","type":"Elsa.If","then":{"id":"start","type":"Elsa.WriteLine"}}""", "activity.duplicate", "start")]
    [InlineData("""{"id":"x","type":"Elsa.Switch","cases":[{"activity":{"id":"x","type":"T"}}]}""", "activity.duplicate", "x")]
    [InlineData("""{"id":"x","type":"Some.Thing","inner":{"id":"start","type":"T"}}""", "activity.duplicate", "start")]
    [InlineData("""{"id":"x","type":"Elsa.Sequence","activities":{"id":"y"}}""", "activity.shape", "$.root.activities[1].activities")]
    [InlineData("""{"id":"x","type":"Elsa.Sequence","variables":7}""", "activity.shape", "$.root.activities[1].variables")]
    [InlineData("""{"id":"x","type":"Elsa.Flowchart","Activities":[]}""", "flowchart.case", "$.root.activities[1].Activities")]
    [InlineData("""{"id":"x","type":"Elsa.Flowchart","Connections":[]}""", "flowchart.case", "$.root.activities[1].Connections")]
    [InlineData("""{"id":"x","type":"Elsa.Flowchart","connections":[{"source":"start","target":"start"}]}""", "connection.unknown", "$.root.activities[1].connections[0]")]
    [InlineData("""{"id":"x","type":"Elsa.NotFoundActivity","originalActivityJson":"{"}""", "activity.placeholder", "$.root.activities[1]")]
    [InlineData("""{"id":"x","type":"Elsa.NotFoundActivity","originalActivityJson":"{\"a\":1,\"a\":2}"}""", "json.duplicate", "$.root.activities[1].originalActivityJson.a")]
    [InlineData("""{"id":"x","type":"Test.Strict","who":{"typeName":"UnregisteredClrType:A.B","expression":{}}}""", "type.unregistered", "$.root.activities[1].who.typeName")]
    public void An_activity_that_cannot_be_kept_is_named(string activity, string code, string where) =>
        Assert.Contains((code, where), Errors($$$"""{"root":{"id":"flow","type":"Elsa.Flowchart","activities":[{{{Start}}},{{{activity}}}]} }"""));

    [Theory]
    [InlineData("""[{"source":{"activity":"start"}}]""", "connection.shape", "$.root.connections[0]")]
    [InlineData("""[{"source":"start","target":7}]""", "connection.shape", "$.root.connections[0]")]
    [InlineData("""[{"source":{"activity":"start","port":1},"target":{"activity":"start"}}]""", "connection.shape", "$.root.connections[0]")]
    [InlineData("[[]]", "connection.shape", "$.root.connections[0]")]
    [InlineData("7", "connection.shape", "$.root.connections")]
    [InlineData("""[{"source":"start","target":"start"},{"source":"start","target":"gone"}]""", "connection.unknown", "$.root.connections[1]")]
    public void A_connection_that_cannot_be_kept_is_named(string connections, string code, string where) =>
        Assert.Contains((code, where), Errors($$$"""{"root":{"id":"flow","type":"Elsa.Flowchart","activities":[{{{Start}}}],"connections":{{{connections}}}} }"""));

    [Fact]
    public void Half_a_character_is_no_text() => Assert.Contains(("definition.json", "$"), Errors("{\"name\":\"" + '\ud800' + "\"}"));

    [Fact]
    public void What_is_too_large_or_too_deep_is_refused()
    {
        Assert.Contains(("definition.size", "$"), Errors(new string(' ', 1024 * 1024 + 1)));
        Assert.Contains(("definition.json", "$"), Errors(string.Concat(Enumerable.Repeat("[", 5000))));
        // A file that is small and shallow as it stands, but not as it would be written.
        Assert.Contains(("definition.size", "$"), Errors($$$"""{"outcomes":[{{{string.Join(',', Enumerable.Repeat("\"a\"", 150_000))}}}]}"""));
        Assert.Contains(("definition.size", "$"), Errors($$$"""{"root":{"id":"x","type":"Elsa.NotFoundActivity","originalActivityJson":"{\"type\":\"T\",\"a\":{{{Nested(63)}}} }"} }"""));
        var many = string.Join(',', Enumerable.Range(0, 2001).Select(number => $$"""{"id":"a{{number}}","type":"Test.Task"}"""));
        Assert.Contains(("definition.activities", "$.root.activities"), Errors($$$"""{"root":{"id":"flow","type":"Elsa.Flowchart","activities":[{{{many}}}]} }"""));
        var wires = string.Join(',', Enumerable.Repeat("""{"source":"start","target":"start"}""", 10_001));
        Assert.Contains(("definition.connections", "$.root.connections[10000]"), Errors($$$"""{"root":{"id":"flow","type":"Elsa.Flowchart","activities":[{{{Start}}}],"connections":[{{{wires}}}]} }"""));
        Assert.Contains(("variable.type", "$.variables[0]"), Errors($$"""{"variables":[{"name":"a","typeName":"String{{string.Concat(Enumerable.Repeat("[]", 1000))}}"}]}"""));
        Assert.Contains(("variable.type", "$.variables[0]"), Errors($$"""{"variables":[{"name":"a","typeName":"String{{string.Concat(Enumerable.Repeat("[]", 100))}}"}]}"""));
    }

    [Fact]
    public void Placeholders_inside_placeholders_end_somewhere()
    {
        var text = """{"id":"last","type":"T"}""";
        for (var level = 0; level < 6; level++)
        {
            for (var inner = 0; inner < 25; inner++)
                text = $$"""{"id":"n{{level}}x{{inner}}","type":"W","body":{{text}}}""";
            text = new JsonObject { ["id"] = $"p{level}", ["type"] = "Elsa.NotFoundActivity", ["originalActivityJson"] = text }.ToJsonString(JsonFormat.Compact);
        }

        Assert.Contains(Errors($$"""{"root":{{text}}}"""), error => error.Code == "definition.size" && error.Where.StartsWith("$.root.body", StringComparison.Ordinal));
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

    private static List<(string Code, string Where)> Errors(string json)
    {
        var result = DefinitionDocument.Read(json, TestCatalogue.Office);
        Assert.Null(result.Document);
        Assert.All(result.Problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Sentence.Chinese) || string.IsNullOrWhiteSpace(problem.Sentence.English)));
        return [.. result.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => (problem.Code, problem.Where))];
    }
}
