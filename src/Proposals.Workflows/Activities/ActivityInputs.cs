using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

/// <summary>The inputs of a human step or decider: what the descriptor names, and whatever else stands there as a wrapped input.</summary>
internal sealed class ActivityInputs
{
    private readonly KeyValuePair<string, Expression>[] expressions;

    private ActivityInputs(IEnumerable<KeyValuePair<string, Expression>> expressions) => this.expressions = [.. expressions];

    public static ActivityInputs None { get; } = new([]);

    public static ActivityInputs Read(ActivityDraft draft)
    {
        var found = new SortedDictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var input in draft.Descriptor.Inputs)
        {
            if (draft.Input(input.Name) is { } expression)
                found[input.Name] = expression;
        }

        foreach (var property in draft.Json.EnumerateObject())
        {
            if (!found.ContainsKey(property.Name) && property.Value.Find("expression") is { ValueKind: JsonValueKind.Object }
                && draft.Descriptor.Inputs.All(input => input.Name != property.Name)
                && draft.Expressions.ReadInput(draft.Id, draft.Json, property.Name, null) is { } other)
                found[property.Name] = other;
        }

        return new ActivityInputs(found);
    }

    public Dictionary<string, JsonNode?> Evaluate(WorkflowRun run)
    {
        var values = new Dictionary<string, JsonNode?>(expressions.Length);
        foreach (var (name, expression) in expressions)
            values.Add(name, expression.Node(run));
        return values;
    }
}
