using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

/// <summary>Another definition used as an activity: compiled into this one, run as a part of the same instance.</summary>
internal sealed class InnerWorkflow(WorkflowDefinition definition, ActivityNode body, IReadOnlyList<(string Name, Expression Value)> inputs) : ActivityExecutor
{
    public const string DescriptorType = "workflow";

    public override IReadOnlyList<PortDescriptor> OwnPorts { get; } =
        [.. (definition.Outcomes.Count > 0 ? definition.Outcomes : ["Done"]).Select(port => new PortDescriptor(port, new BilingualText(port, port)))];

    public override IReadOnlyList<ActivityNode> Children { get; } = [body];

    public override VariableSet OwnVariables => definition.Variables;

    public IReadOnlyDictionary<string, string> KeysByName => definition.KeysByName;

    public IReadOnlyList<string> OutputNames => definition.OutputNames;

    public static string InputKey(string name) => ">" + name;

    public static string OutputKey(string name) => "<" + name;

    /// <summary>Such an activity has the name of its workflow as its type; what it is follows from the definition it names.</summary>
    public static ActivityDescriptor Describe(string type) => new(type, ActivityKind.Flow, new(type, type)) { Category = "Workflows", Icon = DescriptorType };

    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var id = draft.Json.Text("workflowDefinitionId") ?? "";
        var children = draft.Reader.Children;
        if (children.Around.Contains(id) || children.Around.Count > ChildDefinitions.MaxDepth)
        {
            draft.Problems.Error("inner.recursion", draft.Id, $"“{draft.Id}”用到的流程“{id}”又用到了自己，或层数过多。请去掉循环引用。",
                $"\"{draft.Id}\" uses workflow \"{id}\", which contains itself or is nested too deep. Remove the circle.");
            return null;
        }

        if (children.Find(id, draft.Json.Text("workflowDefinitionVersionId")) is not { } text)
        {
            draft.Problems.Error("inner.missing", draft.Id, $"“{draft.Id}”用到的流程“{id}”不存在或没有发布。请先发布它，或换成别的步骤。",
                $"\"{draft.Id}\" uses workflow \"{id}\", which does not exist or is not published. Publish it first, or use another activity.");
            return null;
        }

        var problems = new ProblemList();
        if (DefinitionReader.Read(text, draft.Reader.Catalogue, children, problems, draft.Key + ":") is not { } inner || problems.HasErrors)
        {
            var first = problems.ToList().FirstOrDefault(problem => problem.Severity == ProblemSeverity.Error);
            draft.Problems.Error("inner.broken", draft.Id, $"“{draft.Id}”用到的流程“{id}”不能运行：{first?.Sentence.Chinese}", $"Workflow \"{id}\", used by \"{draft.Id}\", does not run: {first?.Sentence.English}");
            return null;
        }

        var inputs = inner.InputNames.Select(name => (name, draft.Input(CamelCase(name)))).Where(pair => pair.Item2 is not null).Select(pair => (pair.name, pair.Item2 ?? new LiteralExpression("null")));
        return new InnerWorkflow(inner, WorkflowBody.Node(draft.Key, inner), [.. inputs]);
    }

    public override void Execute(WorkflowRun run, Work work)
    {
        var given = inputs.Select(input => (input.Name, Json: input.Value.Json(run))).ToList();
        var frame = run.Open(work);
        foreach (var name in definition.InputNames)
            frame.Values.Set(InputKey(name), "null");
        foreach (var (name, json) in given)
            frame.Values.Set(InputKey(name), json);
        run.Schedule(frame, body);
    }

    public override void ChildCompleted(WorkflowRun run, Frame frame, ActivityNode child, IReadOnlyList<string> ports) => Continue(run, frame);

    public override void Continue(WorkflowRun run, Frame frame)
    {
        var outputs = new TextMap<string>();
        foreach (var name in OutputNames)
        {
            if (frame.Values.TryGet(OutputKey(name), out var json))
                outputs.Set(name, json ?? "null");
        }

        if (outputs.Count > 0)
            run.SetOutputsOf(frame, CanonicalJson.OfObject(outputs));
        run.Close(frame, frame.Outcomes?.Split('\n') ?? []);
    }

    private static string CamelCase(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>The inner workflow itself, between the activity that uses it and its root: it has its own turn and its own lines in the journal.</summary>
internal sealed class WorkflowBody(ActivityNode root) : ActivityExecutor
{
    public const string Type = "Elsa.Workflow";

    public override IReadOnlyList<ActivityNode> Children { get; } = [root];

    public static ActivityNode Node(string outerKey, WorkflowDefinition definition)
    {
        var drawn = new DefinedActivity(definition.JournalId, Type, definition.Name, 0, 0, InnerWorkflow.Describe(Type));
        var node = new ActivityNode($"{outerKey}:{definition.JournalId}", 0, drawn, new WorkflowBody(definition.Root));
        definition.Root.Parent = node;
        return node;
    }

    public override void Execute(WorkflowRun run, Work work) => run.Schedule(run.Open(work), root);
}
