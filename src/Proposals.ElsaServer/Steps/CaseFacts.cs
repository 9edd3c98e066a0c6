using System.Text.Json;
using System.Text.Json.Nodes;
using Elsa.Workflows;

namespace Proposals.ElsaServer.Steps;

/// <summary>The facts of the case as they came with the start or the last answer. Nothing newer is known here, and nothing is asked for.</summary>
/// <remarks>Elsa drops an input after the run it came with; a timer's run would know no facts. So they are kept as text in the instance's properties.</remarks>
internal static class CaseFacts
{
    public const string Input = "facts";

    private const string Property = "Proposals.Facts";

    public static void Keep(ActivityExecutionContext context)
    {
        if (context.WorkflowInput.TryGetValue(Input, out var facts))
            context.WorkflowExecutionContext.SetProperty(Property, facts as string ?? JsonSerializer.Serialize(facts));
    }

    public static JsonObject Of(WorkflowExecutionContext workflow)
    {
        var text = workflow.HasProperty(Property) ? workflow.GetProperty<string>(Property) : null;
        if (text is null && workflow.Input.TryGetValue(Input, out var facts))
            text = facts as string ?? JsonSerializer.Serialize(facts);

        return text is null ? [] : JsonNode.Parse(text) as JsonObject ?? [];
    }

    /// <summary>A value as scripts and outputs take it: a word, a number, a flag; anything deeper as its JSON.</summary>
    public static object? Plain(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => node.AsValue().TryGetValue(out int whole) ? whole : node.Deserialize<double>(),
        _ => node.ToJsonString(),
    };
}
