using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Designer;
using Proposals.Persistence;
using Proposals.Workflows.Execution;

namespace Proposals.Handling;

/// <summary>Runs definitions in the act's own transaction, by the pure step function of the engine.</summary>
public sealed class EmbeddedEngine(ProposalsDbContext db, PublishedDefinitions definitions, IWorkflowTold told) : IWorkflowEngine
{
    public async Task StartAsync(CaseId caseId, JsonObject facts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var version = await PublishedDefinitions.CurrentAsync(db, PublishedDefinitions.ProposalHandling, cancellationToken);
        var instance = new WorkflowInstance { CaseId = caseId, DefinitionVersionId = version.Id, State = "" };
        db.WorkflowInstances.Add(instance);
        await StepAsync(instance, version.Id, new Start(caseId.ToString(), now) { Facts = facts }, cancellationToken);
    }

    public async Task AnswerAsync(CaseId caseId, string waitId, string port, JsonObject facts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseId, cancellationToken) is { FinishedAt: null } instance)
        {
            await StepAsync(instance, instance.DefinitionVersionId, new Answer(waitId, port, now) { Facts = facts }, cancellationToken);
        }
    }

    public async Task CancelAsync(CaseId caseId, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseId, cancellationToken) is { FinishedAt: null } instance)
        {
            await StepAsync(instance, instance.DefinitionVersionId, new Cancel(reason, now), cancellationToken);
        }
    }

    private async Task StepAsync(WorkflowInstance instance, Guid versionId, WorkflowEvent happened, CancellationToken cancellationToken)
    {
        var definition = await definitions.CompiledAsync(db, versionId, cancellationToken);
        var result = WorkflowMachine.Step(definition, instance.State.Length == 0 ? null : instance.State, happened);
        instance.State = result.State;
        foreach (var effect in result.Effects)
        {
            if (effect is InstanceFinished)
            {
                instance.FinishedAt = happened.Now;
            }
            else if (effect is IncidentRaised fault)
            {
                instance.FaultCode = fault.Code;
                instance.FaultDetail = fault.Detail;
            }

            await told.ToldAsync(instance.CaseId, effect, happened.Now, cancellationToken);
        }
    }

    private async Task<WorkflowInstance?> FindAsync(CaseId caseId, CancellationToken cancellationToken) =>
        db.WorkflowInstances.Local.FirstOrDefault(instance => instance.CaseId == caseId)
        ?? await db.WorkflowInstances.FirstOrDefaultAsync(instance => instance.CaseId == caseId, cancellationToken);
}
