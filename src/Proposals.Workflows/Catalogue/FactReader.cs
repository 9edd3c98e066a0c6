using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proposals.Workflows.Catalogue;

/// <summary>What a decider may look at: the facts that came with the event and its own evaluated inputs. Nothing else exists.</summary>
public sealed class FactReader(JsonObject facts, IReadOnlyDictionary<string, JsonNode?> inputs)
{
    public bool Flag(string fact) => facts[fact] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    public int Count(string fact) => facts[fact] is JsonValue value && value.TryGetValue(out int number) ? number : 0;

    public string Word(string fact) => facts[fact] is JsonValue value && value.TryGetValue(out string? word) ? word : "";

    public string Input(string name) => inputs.TryGetValue(name, out var value) ? value?.ToString() ?? "" : "";
}
