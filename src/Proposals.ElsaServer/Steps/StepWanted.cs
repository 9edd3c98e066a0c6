using System.Text.Json;
using System.Text.Json.Nodes;

namespace Proposals.ElsaServer.Steps;

/// <summary>What Web is told when an activity begins to wait for a person. Web knows a repeated one by <see cref="WaitId"/>.</summary>
internal sealed record StepWanted(string WaitId, string InstanceId, string? CorrelationId, string DefinitionId, int DefinitionVersion)
{
    public required string ActivityId { get; init; }

    public required string ActivityType { get; init; }

    public required string Name { get; init; }

    /// <summary>Counts the waits of this activity in this instance, from 1.</summary>
    public required int WaitNumber { get; init; }

    public required JsonObject Inputs { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static StepWanted FromJson(string json) =>
        JsonSerializer.Deserialize<StepWanted>(json, JsonSerializerOptions.Web) ?? throw new JsonException("A waiting step is written as null.");
}
