using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace Proposals.ElsaServer.Steps;

/// <summary>Every human step of the catalogue: waits until Web answers, and leaves by the port that the answer names.</summary>
/// <remarks>Web hears of it by <see cref="TellWebOfSteps"/> only after Elsa has committed the bookmark: an answer must find something to answer.</remarks>
[Browsable(false)]
public sealed class HumanStep : Activity
{
    internal const string BookmarkName = "Proposals.HumanStep";
    internal const string WantedKey = "wanted";
    internal const string PortInput = "proposals.port";
    internal const string OutputsInput = "proposals.outputs";

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        CaseFacts.Keep(context);
        var waitId = context.GetRequiredService<IIdentityGenerator>().GenerateId();
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkId = waitId,
            BookmarkName = BookmarkName,
            Stimulus = waitId,
            Callback = AnsweredAsync,
            IncludeActivityInstanceId = false,
            Metadata = new Dictionary<string, string> { [WantedKey] = Wanted(context, waitId).ToJson() },
        });
        return ValueTask.CompletedTask;
    }

    private async ValueTask AnsweredAsync(ActivityExecutionContext context)
    {
        CaseFacts.Keep(context);
        if (JsonNode.Parse(context.GetWorkflowInput<string>(OutputsInput)) is JsonObject outputs)
        {
            foreach (var (name, value) in outputs)
                context.Set((Output?)null, CaseFacts.Plain(value), name);
        }

        await context.CompleteActivityWithOutcomesAsync(context.GetWorkflowInput<string>(PortInput));
    }

    private StepWanted Wanted(ActivityExecutionContext context, string waitId)
    {
        var workflow = context.WorkflowExecutionContext;
        var inputs = context.ActivityDescriptor.Inputs
            .Where(input => context.ActivityState.ContainsKey(input.Name))
            .Select(input => KeyValuePair.Create(input.Name, JsonSerializer.SerializeToNode(context.ActivityState[input.Name])));
        return new StepWanted(waitId, workflow.Id, workflow.CorrelationId, workflow.Workflow.Identity.DefinitionId, workflow.Workflow.Identity.Version)
        {
            ActivityId = Id,
            ActivityType = Type,
            Name = string.IsNullOrEmpty(Name) ? context.ActivityDescriptor.DisplayName ?? Type : Name,
            WaitNumber = workflow.UpdateProperty<int>($"Proposals.Waits.{Id}", waits => waits + 1),
            Inputs = new JsonObject(inputs),
        };
    }
}
