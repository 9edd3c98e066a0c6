using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Tests.Scenes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Tests.Audit;

/// <summary>Plays a case's chain again, with nothing but its entries and the definitions.</summary>
internal static class Replays
{
    /// <returns>The states of all instances of the case by their ids.</returns>
    public static async Task<Dictionary<string, string>> OfAsync(Bureau bureau, CaseDriver story)
    {
        var texts = await bureau.ReadAsync(db => db.WorkflowDefinitions.ToDictionaryAsync(version => version.Id, version => version.Json));
        var definitions = new Dictionary<string, WorkflowDefinition>();
        var states = new Dictionary<string, string>();
        foreach (var entry in (await story.FileAsync()).Trail)
        {
            if (JsonNode.Parse(entry.Text)?["engine"] is not JsonObject engine)
                continue;
            foreach (var told in ToldEvents.Read(story.Id, engine, entry.RecordedAt))
            {
                if (told.VersionId is { } version)
                    definitions[told.InstanceId] = DefinitionReader.Load(texts[version], StepCatalogue.Activities).Definition ?? throw new InvalidOperationException("The stored definition does not load.");
                states[told.InstanceId] = WorkflowMachine.Step(definitions[told.InstanceId], states.GetValueOrDefault(told.InstanceId), told.Happened).State;
            }
        }

        return states;
    }
}
