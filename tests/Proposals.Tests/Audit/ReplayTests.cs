using System.Text.Json.Nodes;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Tests.Scenes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Tests.Audit;

/// <summary>The chain alone says what the workflow was told: played again it gives the very same state.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task The_chain_played_again_gives_the_instance_as_it_is()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Phone, 4, 1);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15, "C");
        await story.DeliveredAsync(6, 5);
        await story.AnsweredAsync(6, 12, Rating.Satisfied, Rating.Unsatisfied);

        var (stored, json) = await bureau.ReadAsync(db => Task.FromResult((
            db.WorkflowInstances.Single(instance => instance.CaseId == story.Id).State,
            db.WorkflowDefinitions.Single().Json)));
        var definition = DefinitionReader.Load(json, StepCatalogue.Activities).Definition ?? throw new InvalidOperationException("The stored definition does not load.");
        Assert.Equal(stored, Replay(definition, story.Id, (await story.FileAsync()).Trail));
    }

    private static string? Replay(WorkflowDefinition definition, CaseId id, IEnumerable<AuditEntry> trail)
    {
        string? state = null;
        foreach (var entry in trail)
        {
            if (JsonNode.Parse(entry.Text)?["engine"] is not JsonObject told)
                continue;
            var facts = told["facts"]?.DeepClone().AsObject() ?? [];
            WorkflowEvent happened = told["start"] is not null
                ? new Start(id.ToString(), entry.RecordedAt) { Facts = facts }
                : new Answer(told["wait"]?.GetValue<string>() ?? "", told["port"]?.GetValue<string>() ?? "", entry.RecordedAt) { Facts = facts };
            state = WorkflowMachine.Step(definition, state, happened).State;
        }

        return state;
    }
}
