using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Documents;

/// <summary>One activity and everything embedded in it. What the catalogue does not know is kept as it stands.</summary>
internal sealed class ActivityForm(ActivityCatalogue catalogue, ProblemList problems)
{
    private const string Flowchart = "Elsa.Flowchart";
    private const int MaxActivities = 2000;

    /// <summary>Properties of Elsa's own containers that hold an activity, or objects that do.</summary>
    private static readonly string[] slots = ["body", "then", "else", "default", "activity", "entry", "exit", "trigger", "action"];
    private static readonly string[] listsOfActivities = ["activities", "branches"];
    private static readonly string[] listsWithActivities = ["cases", "states", "transitions"];
    private static readonly string[] plain = ["variables", "connections", "variable", "joinMode"];

    private static readonly PropertyOrder holderOrder = new("label", "name", "displayName", "from", "to", "trigger", "condition", "action", "entry", "exit", "activity");

    private readonly ActivityIds ids = new(problems);
    private int count;
    private int depth;

    /// <summary>Elsa gives a root without an id one; here it is one that nobody else has.</summary>
    public JsonObject? ReadRoot(JsonObject root)
    {
        var canonical = Read(root, "$.root", "$.root", isRoot: true);
        if (canonical is null || canonical.ContainsKey("id"))
            return canonical;
        canonical.Insert(0, "id", ids.Free("root"));
        return canonical;
    }

    private JsonObject? Read(JsonNode? node, string where, string list, bool isRoot = false)
    {
        if (++count > MaxActivities)
        {
            if (count == MaxActivities + 1)
                problems.Error("definition.activities", list, $"流程里的步骤超过{MaxActivities}个。请拆分流程。", $"The definition has more than {MaxActivities} activities. Split it.");
            return null;
        }

        // Placeholders hold text that nests on its own account, so what the parser allows says nothing about the whole.
        if (depth == JsonText.MaxDepth)
        {
            problems.Error("definition.size", where, "步骤嵌套过深。请拆分流程。", "The activities nest too deep. Split the definition.");
            return null;
        }

        depth++;
        var canonical = One(node, where, isRoot);
        depth--;
        return canonical;
    }

    private JsonObject? One(JsonNode? node, string where, bool isRoot)
    {
        if (node is not JsonObject activity)
        {
            ids.Missing(where);
            return null;
        }

        ActivityNames.Spell(activity, where, problems);
        if (PlaceholderForm.Restore(activity, where, problems) is not { } restored)
            return null;
        DropUnbound(restored);
        var mayLackId = isRoot && !restored.ContainsKey("id");
        if ((mayLackId ? where : ids.Claim(restored, where)) is not { } named || !IsWhole(restored, named))
            return null;
        Embedded(restored, where);
        return restored;
    }

    /// <summary>An output bound to nothing makes Elsa throw, and says no more than none; done before anything is given its default.</summary>
    private static void DropUnbound(JsonObject activity)
    {
        foreach (var (name, value) in activity.ToArray())
        {
            if (value is null || (InputForm.IsOutput(value) && value["memoryReference"] is null))
                activity.Remove(name);
        }
    }

    private bool IsWhole(JsonObject activity, string named)
    {
        if (string.IsNullOrEmpty(JsonWords.Text(activity["type"])))
        {
            problems.Error("activity.type", named, $"“{named}”没有写类型（type）。请补上，或删除它。", $"\"{named}\" has no type. Add it, or remove the activity.");
            return false;
        }

        if (activity["version"] is { } version && (version.GetValueKind() != JsonValueKind.Number || !version.AsValue().TryGetValue<long>(out var number) || number is < 0 or > int.MaxValue))
        {
            problems.Error("activity.shape", named, $"“{named}”的版本（version）不是整数。请改正，或删去这一项。", $"The version of \"{named}\" is not a whole number. Correct it, or leave it out.");
            return false;
        }

        foreach (var name in new[] { "customProperties", "metadata" })
        {
            if (activity.TryAdd(name, new JsonObject()) || activity[name] is JsonObject)
                continue;
            problems.Error("activity.shape", named, $"“{named}”的 {name} 不是对象。请重新导出，或删去这一项。", $"{name} of \"{named}\" is not an object. Export it again, or leave it out.");
            return false;
        }

        return true;
    }

    private void Embedded(JsonObject activity, string where)
    {
        var type = JsonWords.Text(activity["type"]) ?? "";
        var isKnown = catalogue.TryFind(type, out var descriptor);
        if (isKnown)
            activity.TryAdd("version", 1);
        if (type == Flowchart && !IsSpelt(activity, where))
            return;
        ActivityNames.Tidy(activity, type, descriptor, where, problems);
        foreach (var (name, value) in activity.ToArray())
        {
            if (value is not null && Property(type, descriptor, name, value, where) is { } canonical)
                JsonWords.Replace(activity, name, canonical);
        }

        if (type == Flowchart)
            Wires(activity, where);
        ActivityNames.Order(activity, descriptor);
    }

    /// <summary>Elsa reads a flowchart's two lists with regard to case, and the rest without.</summary>
    private bool IsSpelt(JsonObject flowchart, string where)
    {
        foreach (var name in new[] { "activities", "connections" })
        {
            var capital = char.ToUpperInvariant(name[0]) + name[1..];
            if (flowchart.ContainsKey(name) || !flowchart.ContainsKey(capital))
                continue;
            problems.Error("flowchart.case", $"{where}.{capital}", $"流程图的 {name} 写成了大写开头，Elsa 会当作空的。请改为小写。",
                $"The flowchart's {name} are spelt with a capital, which Elsa reads as none. Spell them in lower case.");
            return false;
        }

        flowchart.TryAdd("activities", new JsonArray());
        flowchart.TryAdd("variables", new JsonArray());
        return true;
    }

    private JsonNode? Property(string type, ActivityDescriptor? descriptor, string name, JsonNode value, string where)
    {
        var at = where + JsonPath.Below(name);
        var isElsas = type.StartsWith("Elsa.", StringComparison.Ordinal);
        if (name is "customProperties" or "metadata")
            return value;
        if (DrawnActivity.IsActivity(value) || (isElsas && Array.IndexOf(slots, name) >= 0 && value is JsonObject && !InputForm.IsWrapped(value)))
            return Read(value, at, at);
        if (Array.IndexOf(listsOfActivities, name) >= 0 && JsonWords.List(value) is { } list && (name == "activities" || list.Any(DrawnActivity.IsActivity)))
            return Activities(list, at);
        if (Array.IndexOf(listsWithActivities, name) >= 0 && JsonWords.List(value) is { } holders)
            return Holders(type, holders, at);
        if (isElsas && name is "activities" or "variables" && JsonWords.List(value) is null)
            NoList(name, at);
        else if (name == "variables" && JsonWords.List(value) is { } variables)
            VariableForm.Read(variables, at, isDefinitions: false, problems);
        else if (name == "variable" && value is JsonObject variable && variable["expression"] is null)
            VariableForm.ReadOne(variable, at, isDefinitions: false, problems);
        else if (Array.IndexOf(plain, name) < 0 && descriptor?.Inputs.FirstOrDefault(input => input.Name == name) is { } input)
            return InputForm.Described(input, value, at, problems);
        else if (InputForm.IsWrapped(value) || InputForm.IsOutput(value))
            InputForm.Wrapped(value, at, problems);
        return name == "variables" ? JsonWords.List(value) ?? value : value;
    }

    private JsonArray Activities(JsonArray list, string where)
    {
        for (var position = 0; position < list.Count && count <= MaxActivities; position++)
        {
            if (Read(list[position], $"{where}[{position}]", where) is { } canonical && !ReferenceEquals(canonical, list[position]))
                list[position] = canonical;
        }

        return list;
    }

    private void NoList(string name, string where) => problems.Error("activity.shape", where, $"这里的 {name} 不是列表。请重新导出流程。", $"These {name} are not a list. Export the workflow again.");

    /// <summary>Cases of a switch and states of a machine: conditions and activities one level down.</summary>
    private JsonArray Holders(string type, JsonArray holders, string where)
    {
        for (var position = 0; position < holders.Count; position++)
        {
            if (holders[position] is not JsonObject holder)
                continue;
            var at = $"{where}[{position}]";
            holderOrder.Apply(holder, at, problems);
            foreach (var (name, value) in holder.ToArray())
            {
                if (name == "condition" && value is JsonObject condition && !InputForm.IsWrapped(condition))
                    InputForm.Expression(condition, at + ".condition", problems);
                else if (value is not null && Property(type, null, name, value, at) is { } canonical)
                    JsonWords.Replace(holder, name, canonical);
            }
        }

        return holders;
    }

    private void Wires(JsonObject flowchart, string where)
    {
        var known = new HashSet<string>();
        foreach (var item in flowchart["activities"] as JsonArray ?? [])
        {
            if (JsonWords.Text(JsonWords.At(item, "id")) is { } id)
                known.Add(id);
        }

        ConnectionForm.Read(flowchart, where, known, problems);
    }
}
