using System.Text.Json;
using Proposals.Workflows.Activities;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Expressions;
using Proposals.Workflows.Proof;

namespace Proposals.Workflows.Definitions;

/// <summary>Compiles the activities of one workflow, containers and what is in them alike.</summary>
internal sealed class ActivityReader(ActivityCatalogue catalogue, ChildDefinitions children, ProblemList problems, string prefix)
{
    private static readonly HashSet<string> refused = ["Elsa.Cron", "Elsa.RunCSharp", "Elsa.RunPython", "Elsa.RunLiquid", "Elsa.Inline"];

    public ActivityCatalogue Catalogue => catalogue;

    public ChildDefinitions Children => children;

    public ProblemList Problems => problems;

    /// <summary>Every activity read, outer ones before inner ones.</summary>
    public List<DefinedActivity> Activities { get; } = [];

    public List<DefinedConnection> Connections { get; } = [];

    /// <summary>Keys by the names under which scripts may ask for outputs.</summary>
    public Dictionary<string, string> KeysByName { get; } = [];

    /// <param name="where">JSON path, for what cannot be blamed on an id.</param>
    /// <param name="index">Position among those that are read beside it.</param>
    /// <returns>Null where something was wrong; the problem is in the list.</returns>
    public ActivityNode? Read(JsonElement item, string where, VisibleVariables scope, int index)
    {
        // What stands in an activity's place and looks like a value comes through the document as a value.
        if (item.Text("id") is not { Length: > 0 } id)
        {
            problems.Error("activity.id", where, "这里应是一个步骤，却没有编号（id）。请重新画这一步。", "An activity belongs here, but what stands here has no id. Draw it again.");
            return null;
        }

        if (Describe(id, item) is not { } descriptor)
            return null;
        var key = prefix + id;
        if (id.Contains(':', StringComparison.Ordinal) || key.Length > ActivityNode.LongestKey)
        {
            problems.Error("activity.key", id, $"步骤“{id}”的编号含有冒号，或连同外层流程超过{ActivityNode.LongestKey}个字符。请换一个简短的编号。",
                $"The id of activity \"{id}\" has a colon, or is longer than {ActivityNode.LongestKey} characters together with the workflows around it. Give it a short one.");
            return null;
        }

        // Its place in the list is that of the file: outer before inner.
        var place = Activities.Count;
        Activities.Add(Drawn(id, item, descriptor));
        if (item.Text("name") is { Length: > 0 } name)
            KeysByName.TryAdd(name, key);
        var own = Variables(item, descriptor, where, key);
        var inside = own is null ? scope : new VisibleVariables(own, scope);
        var draft = new ActivityDraft(id, key, item, where, descriptor, scope, inside, this);
        var bindings = OutputBindings.Read(draft);
        if (ActivityExecutors.Read(draft) is not { } executor)
            return null;
        if (executor.OwnPorts is { } ports)
            Activities[place] = Activities[place] with { Ports = ports };
        var node = new ActivityNode(key, index, Activities[place], executor) 
        {
            Bindings = bindings,
            Variables = executor.OwnVariables ?? own,
            Written = children.ForProof ? WrittenInputs.Of(draft) : null,
        };
        foreach (var child in executor.Children)
            child.Parent = node;
        return node;
    }

    private static DefinedActivity Drawn(string id, JsonElement item, ActivityDescriptor descriptor)
    {
        var metadata = item.Find("metadata");
        var position = metadata?.Find("designer")?.Find("position");
        var text = metadata?.Text("displayText") is { Length: > 0 } displayText ? displayText : descriptor.Name.Chinese;
        return new DefinedActivity(id, descriptor.Type, text, position?.Number("x") ?? 0, position?.Number("y") ?? 0, descriptor);
    }

    private VariableSet? Variables(JsonElement item, ActivityDescriptor descriptor, string where, string key) =>
        descriptor.IsContainer && item.Find("variables") is { } list ? VariableReader.Read(list, where + ".variables", key, problems) : null;

    private ActivityDescriptor? Describe(string id, JsonElement item)
    {
        var type = item.Text("type") ?? "";
        if (refused.Contains(type))
        {
            problems.Error("activity.refused", id, $"“{id}”是 {type}，本系统不运行它。请改用其他步骤。", $"\"{id}\" is a {type}, which is not run here. Use another activity.");
            return null;
        }

        if (catalogue.TryFind(type, out var known) && ActivityExecutors.Runs(known))
            return known;
        if (item.Text("workflowDefinitionId") is { Length: > 0 })
            return InnerWorkflow.Describe(type);
        problems.Error("activity.unknown", id, $"“{id}”的类型“{type}”不认识，不能运行。请换成步骤库里有的步骤。",
            $"\"{id}\" is of type \"{type}\", which is not known here and does not run. Use an activity of the palette.");
        return null;
    }
}

/// <summary>An activity as it stands in the file, with what is needed to compile it.</summary>
/// <param name="Where">JSON path.</param>
/// <param name="Scope">What its own inputs see.</param>
/// <param name="Inside">What activities inside it see.</param>
internal sealed record ActivityDraft(
    string Id, string Key, JsonElement Json, string Where, ActivityDescriptor Descriptor, VisibleVariables Scope, VisibleVariables Inside, ActivityReader Reader)
{
    public ProblemList Problems => Reader.Problems;

    public ExpressionReader Expressions => new(Scope, Reader.Children, Reader.Problems);

    public Expression? Input(string name)
    {
        var descriptor = Descriptor.Inputs.FirstOrDefault(input => input.Name == name);
        if (Json.Find(name) is not null)
            return Expressions.ReadInput(Id, Json, name, descriptor?.TypeName);
        if (descriptor?.DefaultValue is { } text && JsonTypes.TryConvertText(descriptor.TypeName, text, out var json))
            return new LiteralExpression(json);
        if (descriptor is { Required: true })
            Problems.Error("input.missing", Id, $"“{Id}”缺少“{descriptor.Text.Chinese}”。请填写。", $"\"{Id}\" lacks \"{descriptor.Text.English}\". Fill it in.");
        return null;
    }

    /// <summary>The activity in one of its slots; null where there is none.</summary>
    public ActivityNode? Slot(string name, VisibleVariables? scope = null) =>
        Json.Find(name) is { ValueKind: JsonValueKind.Object } inner ? Reader.Read(inner, $"{Where}.{name}", scope ?? Inside, 0) : null;

    public List<ActivityNode> List(string name)
    {
        var nodes = new List<ActivityNode>();
        var position = -1;
        foreach (var item in Json.Find(name).Items())
        {
            if (Reader.Read(item, $"{Where}.{name}[{++position}]", Inside, nodes.Count) is { } node)
                nodes.Add(node);
        }

        return nodes;
    }
}
