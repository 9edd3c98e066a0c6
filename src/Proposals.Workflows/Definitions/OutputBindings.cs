using System.Text.Json;

namespace Proposals.Workflows.Definitions;

/// <summary>Reads where an activity's outputs go: any property with a <c>memoryReference</c>.</summary>
internal static class OutputBindings
{
    public static IReadOnlyList<OutputBinding> Read(ActivityDraft draft)
    {
        List<OutputBinding>? bindings = null;
        foreach (var property in draft.Json.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object || property.Value.Find("expression") is not null || property.Value.Find("memoryReference")?.Text("id") is not { Length: > 0 } id)
                continue;
            if (draft.Scope.Find(id) is { } variable)
                (bindings ??= []).Add(new OutputBinding(property.Name, variable, null));
            else if (!IsGenerated(id))
                (bindings ??= []).Add(new OutputBinding(property.Name, null, id));
        }

        return bindings ?? (IReadOnlyList<OutputBinding>)[];
    }

    /// <summary>Elsa names outputs that nobody picks up <c>activity:output-1</c>.</summary>
    private static bool IsGenerated(string id) => id.Contains(':', StringComparison.Ordinal);
}
