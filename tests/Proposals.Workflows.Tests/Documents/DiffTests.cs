using System.Text.Json.Nodes;
using Proposals.Workflows.Documents;

namespace Proposals.Workflows.Tests.Documents;

public sealed class DiffTests
{
    private static readonly DefinitionDocument before = DocumentFiles.Read(DocumentFiles.Text("visit.json"));

    [Fact]
    public void Another_version_of_the_same_is_no_change() =>
        Assert.Empty(DefinitionDiff.Between(before, before.With(id: "other", version: 9, isLatest: false, isPublished: false, createdAt: DateTimeOffset.UnixEpoch)));

    [Fact]
    public void A_changed_input_shows_its_values_and_not_their_JSON()
    {
        var changes = Changes(root =>
        {
            Activity(root, "arrange")["who"] = JsonNode.Parse("""{"typeName":"String","expression":{"type":"JavaScript","value":"getN() > 3"}}""");
            Activity(root, "arrange")["times"] = null;
            Activity(root, "enough")["condition"] = JsonNode.Parse("""{"typeName":"Boolean","expression":{"type":"Input","value":{"name":"CaseNumber"}}}""");
            Activity(root, "meet")["result"] = JsonNode.Parse("""{"typeName":"Object","memoryReference":{"id":"v-visits"}}""");
        });
        Assert.Equal(
        [
            new(ChangeKind.ActivityChanged, "arrange", "约时间", "times", "2", null),
            new(ChangeKind.ActivityChanged, "arrange", "约时间", "who", "经办人", "JavaScript: getN() > 3"),
            new(ChangeKind.ActivityChanged, "enough", "够了吗", "condition", "Variable: Visits", "Input: CaseNumber"),
            new(ChangeKind.ActivityChanged, "meet", "会合", "result", null, "→ v-visits"),
        ], changes);
    }

    [Fact]
    public void What_is_drawn_elsewhere_is_moved_and_nothing_else()
    {
        var changes = Changes(root =>
        {
            In(Activity(root, "ask"), "metadata", "designer", "position")["x"] = 620.5;
            In(root, "connections", 3)["vertices"] = new JsonArray();
        });
        Assert.Equal(
        [
            new(ChangeKind.Moved, "ask", "问结果", "满意", """[{"x":640,"y":10}]""", "[]"),
            new(ChangeKind.Moved, "ask", "问结果", "position", "600 × 40", "620.5 × 40"),
        ], changes);
    }

    [Fact]
    public void Activities_and_connections_come_and_go()
    {
        var changes = Changes(root =>
        {
            var activities = In(root, "activities").AsArray();
            activities.Remove(Activity(root, "enough"));
            activities.Add(JsonNode.Parse("""{"id":"note","type":"Test.Note","metadata":{"displayText":"记录"}}"""));
            var lines = In(root, "connections").AsArray();
            foreach (var line in lines.Where(line => In(line).ToJsonString().Contains("enough", StringComparison.Ordinal)).ToArray())
                lines.Remove(line);
            lines.Add(JsonNode.Parse("""{"source":{"activity":"ask","port":"满意"},"target":{"activity":"note"}}"""));
        });
        Assert.Equal(
        [
            new(ChangeKind.ActivityAdded, "note", "记录", null, null, "Test.Note"),
            new(ChangeKind.ActivityRemoved, "enough", "够了吗", null, "Elsa.FlowDecision", null),
            new(ChangeKind.ConnectionAdded, "ask", "问结果", "满意", null, "问结果 → 记录"),
            new(ChangeKind.ConnectionRemoved, "ask", "问结果", "满意", "问结果 → 够了吗", null),
            new(ChangeKind.ConnectionRemoved, "enough", "够了吗", "False", "够了吗 → 约时间", null),
            new(ChangeKind.ConnectionRemoved, "enough", "够了吗", "True", "够了吗 → 会合", null),
        ], changes.OrderBy(change => change.Kind).ThenBy(change => change.Where, StringComparer.Ordinal).ThenBy(change => change.Property, StringComparer.Ordinal));
    }

    [Fact]
    public void Words_flags_cases_and_their_order_are_changes_of_the_activity()
    {
        var changes = Changes(root =>
        {
            In(Activity(root, "arrange"), "metadata")["displayText"] = "约见";
            In(Activity(root, "arrange"), "customProperties")["canStartWorkflow"] = true;
            In(Activity(root, "arrange"), "customProperties")["runAsynchronously"] = null;
            var cases = In(Activity(root, "ask"), "cases").AsArray();
            In(cases, 0, "condition")["value"] = "getVisits() > 2";
            var first = In(cases, 0).DeepClone();
            cases.RemoveAt(0);
            cases.Add(first);
        });
        Assert.Equal(
        [
            new(ChangeKind.ActivityChanged, "arrange", "约见", "displayText", "约时间", "约见"),
            new(ChangeKind.ActivityChanged, "arrange", "约见", "customProperties.canStartWorkflow", "false", "true"),
            new(ChangeKind.ActivityChanged, "ask", "问结果", "cases[满意]", "JavaScript: getVisits() > 1", "JavaScript: getVisits() > 2"),
            new(ChangeKind.ActivityChanged, "ask", "问结果", "cases", "满意, 再约", "再约, 满意"),
        ], changes);
    }

    [Fact]
    public void Variables_inputs_options_and_names_have_their_own_lines()
    {
        var changes = Changes(root =>
        {
            var document = In(root.Parent).AsObject();
            document["name"] = "面商";
            In(document, "options")["incidentStrategyType"] = "ContinueWithIncidentsStrategy";
            document["inputs"] = JsonNode.Parse("""[{"type":"String","name":"CaseNumber","displayName":"件号","description":"","category":"","uiHint":"singleline"},{"type":"Int32","name":"Round"}]""");
            In(document, "variables").AsArray().RemoveAt(0);
            In(document, "variables", 0)["value"] = "1";
            In(root, "variables").AsArray().Add(JsonNode.Parse("""{"id":"v-who","name":"Who","typeName":"String","value":"张"}"""));
        });
        Assert.Equal(
        [
            new(ChangeKind.EnvelopeChanged, "$.name", null, "name", "上门面商", "面商"),
            new(ChangeKind.EnvelopeChanged, "$.inputs", "CaseNumber", "displayName", "案号", "件号"),
            new(ChangeKind.EnvelopeChanged, "$.inputs", "Round", null, null, "Int32"),
            new(ChangeKind.EnvelopeChanged, "$.options", null, "incidentStrategyType", "FaultStrategy", "ContinueWithIncidentsStrategy"),
            new(ChangeKind.VariableRemoved, "$.variables", "Deputies", null, """List<String> = ["周敏"]""", null),
            new(ChangeKind.VariableChanged, "$.variables", "Visits", "value", "0", "1"),
            new(ChangeKind.VariableAdded, "flow", "Who", null, null, "String = 张"),
        ], changes);
    }

    [Fact]
    public void What_is_embedded_elsewhere_or_in_another_order_is_told()
    {
        var nested = DocumentFiles.Read(DocumentFiles.Text("nested.json"));
        var json = nested.ToJson();
        var list = In(json, "root", "activities").AsArray();
        var inner = In(list, 0, "else").DeepClone();
        In(list, 0).AsObject().Remove("else");
        list.Insert(0, inner);
        var moved = In(list, 2).DeepClone();
        list.RemoveAt(2);
        list.Add(moved);
        Assert.Equal(
        [
            new(ChangeKind.ActivityChanged, "seq", "seq", "activities", "if, sw, each, both, machine, child", "if, each, both, machine, child, sw"),
            new(ChangeKind.ActivityChanged, "no", "no", "container", "if.else", "seq.activities"),
        ], DefinitionDiff.Between(nested, DocumentFiles.Read(json.ToJsonString())));
    }

    [Fact]
    public void The_branches_of_a_fork_are_names_and_those_of_a_parallel_activities()
    {
        Assert.Contains(Changes("""{"id":"f","type":"Elsa.FlowFork","branches":["a"]}""", """{"id":"f","type":"Elsa.FlowFork","branches":["a","b"]}"""),
            change => change is { Kind: ChangeKind.ActivityChanged, Where: "f", Property: "branches" });
        Assert.DoesNotContain(
            Changes("""{"id":"f","type":"Elsa.Fork","branches":[{"id":"one","type":"Test.Note"}]}""", """{"id":"f","type":"Elsa.Fork","branches":[{"id":"one","type":"Test.Note"},{"id":"two","type":"Test.Note"}]}"""),
            change => change.Kind == ChangeKind.ActivityChanged);
    }

    private static IReadOnlyList<DefinitionChange> Changes(string one, string other)
    {
        static DefinitionDocument Drawn(string root) => DocumentFiles.Read($$"""{"definitionId":"d","name":"d","root":{{root}}}""");
        return DefinitionDiff.Between(Drawn(one), Drawn(other));
    }

    private static IReadOnlyList<DefinitionChange> Changes(Action<JsonObject> change)
    {
        var json = before.ToJson();
        change(In(json, "root").AsObject());
        return DefinitionDiff.Between(before, DocumentFiles.Read(json.ToJsonString()));
    }

    private static JsonObject Activity(JsonObject root, string id) => In(root, "activities").AsArray().Select(activity => In(activity).AsObject()).Single(activity => In(activity, "id").GetValue<string>() == id);

    private static JsonNode In(JsonNode? node, params object[] path)
    {
        foreach (var part in path)
            node = part is int index ? node?[index] : node?[(string)part];
        return node ?? throw new InvalidOperationException($"Nothing stands at {string.Join('.', path)}.");
    }
}
