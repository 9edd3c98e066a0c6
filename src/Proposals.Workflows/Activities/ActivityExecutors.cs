using System.Collections.Frozen;
using System.Text.Json;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

/// <summary>An activity as it stands in the file, with what is needed to compile it.</summary>
internal sealed record ActivityDraft(string Id, JsonElement Json, ActivityDescriptor Descriptor, ExpressionReader Expressions, VariableSet Variables, ProblemList Problems);

/// <summary>The table from type to executor. A type without a line here is not run, and therefore refused when a definition is read.</summary>
internal static class ActivityExecutors
{
    private static readonly FrozenDictionary<string, Func<ActivityDraft, ActivityExecutor?>> flow = new Dictionary<string, Func<ActivityDraft, ActivityExecutor?>>
    {
        ["Elsa.Start"] = static _ => new PassOn("Done"),
        ["Elsa.End"] = static _ => new EndFlowchart(),
        ["Elsa.Finish"] = static _ => new EndFlowchart(),
        ["Elsa.FlowDecision"] = FlowDecision.Read,
        ["Elsa.FlowSwitch"] = FlowSwitch.Read,
        ["Elsa.SetVariable"] = SetVariable.Read,
    }.ToFrozenDictionary();

    public static bool Runs(ActivityDescriptor descriptor) => descriptor.Kind switch
    {
        ActivityKind.HumanStep => true,
        ActivityKind.Decider => descriptor.Decide is not null,
        _ => flow.ContainsKey(descriptor.Type),
    };

    public static ActivityExecutor? Read(ActivityDraft draft) => draft.Descriptor.Kind switch
    {
        ActivityKind.HumanStep => new HumanStep(ActivityInputs.Read(draft)),
        ActivityKind.Decider when draft.Descriptor.Decide is { } decide => new Decider(decide, ActivityInputs.Read(draft)),
        _ => flow[draft.Descriptor.Type](draft),
    };
}
