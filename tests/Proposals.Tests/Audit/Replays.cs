using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Designer;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Tests.Scenes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Tests.Audit;

/// <summary>Plays a case's chain again, with nothing but its entries and the definitions.</summary>
internal static class Replays
{
    /// <summary>Every instance of the case stands where its chain leads.</summary>
    public static async Task AgreeAsync(Bureau bureau, CaseDriver story)
    {
        var stored = await bureau.ReadAsync(db => db.WorkflowInstances.Where(instance => instance.CaseId == story.Id).ToDictionaryAsync(instance => instance.Id, instance => instance.State));
        Assert.Equal(stored, await bureau.WithAsync<IServiceProvider, Dictionary<string, string>>(services => PlayAsync(services, story)));
    }

    private static async Task<Dictionary<string, string>> PlayAsync(IServiceProvider services, CaseDriver story)
    {
        var (compiled, db) = (services.GetRequiredService<PublishedDefinitions>(), services.GetRequiredService<ProposalsDbContext>());
        var definitions = new Dictionary<string, WorkflowDefinition>();
        var states = new Dictionary<string, string>();
        foreach (var entry in (await story.FileAsync()).Trail)
        {
            if (JsonNode.Parse(entry.Text)?["engine"] is not JsonObject engine)
                continue;
            foreach (var told in ToldEvents.Read(story.Id, engine, entry.RecordedAt))
            {
                if (told.VersionId is { } version)
                    definitions[told.InstanceId] = await compiled.CompiledAsync(db, version, TestContext.Current.CancellationToken);
                states[told.InstanceId] = WorkflowMachine.Step(definitions[told.InstanceId], states.GetValueOrDefault(told.InstanceId), told.Happened).State;
            }
        }

        return states;
    }
}
