using Microsoft.EntityFrameworkCore;
using Proposals.Designer;
using Proposals.Incidents;
using Proposals.Persistence;
using Proposals.Workflows.Execution;

namespace Proposals.Handling;

/// <summary>Runs definitions in the act's own transaction, by the pure step function of the engine. What one instance does to another is worked off in order, until all is still.</summary>
public sealed class EmbeddedEngine(ProposalsDbContext db, PublishedDefinitions definitions, IWorkflowTold told, ToldEvents log, IncidentBook incidents) : IWorkflowEngine
{
    /// <summary>Instances that start or call each other in circles would keep one act busy for ever; a list of everybody in the bureau is worked off.</summary>
    private const int MostCallsInOneAct = 200;

    private readonly Queue<(WorkflowInstance Instance, WorkflowEvent Happened)> waiting = [];
    private int calls;

    public async Task TellAsync(CaseId caseId, WorkflowEvent happened, CancellationToken cancellationToken)
    {
        calls = 0;
        switch (happened)
        {
            case Start start:
                var definition = OfficeWorkflows.MainOf(db.InHand<ProposalCase>().Single(known => known.Id == caseId).OurRole);
                var version = await PublishedDefinitions.CurrentAsync(db, definition, cancellationToken)
                    ?? throw new InvalidOperationException($"No version of '{definition}' is published; the product publishes the shipped file at start.");
                var instance = new WorkflowInstance { Id = start.InstanceId, CaseId = caseId, DefinitionVersionId = version, State = "" };
                db.WorkflowInstances.Add(instance);
                waiting.Enqueue((instance, start));
                break;
            case Cancel or EventHappened:
                await TellAllAsync(caseId, happened, cancellationToken);
                break;
            case Retry or Skip when await incidents.PendingAsync(IdOf(happened), cancellationToken) is { } child:
                await GoOnAsync(caseId, child, happened, cancellationToken);
                break;
            default:
                await TellOneAsync(caseId, WorkflowInstance.Owning(IdOf(happened)), happened, cancellationToken);
                break;
        }

        await WorkAsync(cancellationToken);
    }

    public async Task BeginAsync(CaseId caseId, string definitionId, WorkflowEvent cause, CancellationToken cancellationToken)
    {
        calls = 0;
        await db.WorkflowInstances.Where(known => known.CaseId == caseId).LoadAsync(cancellationToken);
        var known = db.InHand<WorkflowInstance>().Where(instance => instance.CaseId == caseId).ToList();
        var main = known.Single(instance => instance.ParentInstanceId is null);
        await StartChildAsync(main, new ChildWanted(null, "", WorkflowInstance.Beside(main.Id, known.Count), definitionId, null, []), cause, cancellationToken);
        await WorkAsync(cancellationToken);
    }

    public async Task EndAsync(CaseId caseId, IReadOnlySet<string> definitionIds, Cancel cause, CancellationToken cancellationToken)
    {
        calls = 0;
        await db.WorkflowInstances.Where(known => known.CaseId == caseId && known.FinishedAt == null).LoadAsync(cancellationToken);
        var beside = db.InHand<WorkflowInstance>().Where(known => known.CaseId == caseId && known is { FinishedAt: null, ParentInstanceId: not null, ParentWaitId: null }).ToList();
        if (beside.Count == 0)
            return;
        var running = beside.ConvertAll(instance => instance.DefinitionVersionId);
        var meant = await db.WorkflowDefinitions.Where(version => running.Contains(version.Id) && definitionIds.Contains(version.DefinitionId)).Select(version => version.Id).ToListAsync(cancellationToken);
        foreach (var instance in beside.Where(instance => meant.Contains(instance.DefinitionVersionId)).OrderBy(instance => instance.Id, StringComparer.Ordinal))
            waiting.Enqueue((instance, cause));
        await WorkAsync(cancellationToken);
    }

    private static string IdOf(WorkflowEvent happened) => happened switch
    {
        Answer answer => answer.WaitId,
        TimerElapsed elapsed => elapsed.WaitId,
        ChildEnded ended => ended.WaitId,
        Retry retry => retry.IncidentId,
        Skip skip => skip.IncidentId,
        _ => throw new NotSupportedException($"{happened.GetType().Name} names no instance."),
    };

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (waiting.TryDequeue(out var next))
        {
            if (next.Instance.FinishedAt is null)
                await StepAsync(next.Instance, next.Happened, cancellationToken);
        }
    }

    private async Task StepAsync(WorkflowInstance instance, WorkflowEvent happened, CancellationToken cancellationToken)
    {
        var isFirst = instance.State.Length == 0;
        var definition = await definitions.CompiledAsync(db, instance.DefinitionVersionId, cancellationToken);
        var result = WorkflowMachine.Step(definition, isFirst ? null : instance.State, happened);
        if (result.State == instance.State && result.Effects.Count == 0)
            return;
        instance.State = result.State;
        log.Add(new ToldEvent(instance.Id, happened, isFirst ? instance.DefinitionVersionId : null));
        foreach (var effect in result.Effects)
        {
            await told.ToldAsync(instance.CaseId, effect, happened.Now, cancellationToken);
            await FollowAsync(instance, effect, happened, cancellationToken);
        }
    }

    /// <summary>What concerns other instances of the case.</summary>
    private async Task FollowAsync(WorkflowInstance instance, Effect effect, WorkflowEvent cause, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case InstanceFinished finished:
                instance.FinishedAt = cause.Now;
                if (instance is { ParentWaitId: { } wait, ParentInstanceId: { } parent })
                    await TellOneAsync(instance.CaseId, parent, new ChildEnded(wait, finished.SubStatus, finished.Outputs, cause.Now) { Facts = cause.Facts }, cancellationToken);
                break;
            case ChildWanted wanted:
                await StartChildAsync(instance, wanted, cause, cancellationToken);
                break;
            case WaitWithdrawn { Kind: WaitKind.Child } withdrawn:
                if (await ChildOfAsync(instance.CaseId, withdrawn.WaitId, cancellationToken) is { } child)
                    waiting.Enqueue((child, new Cancel(withdrawn.Reason, cause.Now) { Facts = cause.Facts }));
                break;
            case EventPublished published when ++calls > MostCallsInOneAct:
                incidents.Note(instance, "event.circle", published.EventName, cause.Now);
                break;
            case EventPublished published:
                await TellAllAsync(instance.CaseId, new EventHappened(published.EventName, published.Payload, cause.Now) { CorrelationId = published.CorrelationId, Facts = cause.Facts }, cancellationToken);
                break;
        }
    }

    private async Task StartChildAsync(WorkflowInstance parent, ChildWanted wanted, WorkflowEvent cause, CancellationToken cancellationToken)
    {
        var version = await PublishedDefinitions.CurrentAsync(db, wanted.DefinitionId, cancellationToken);
        var isCircle = ++calls > MostCallsInOneAct || parent.Level >= WorkflowInstance.MostLevels;
        if (version is not { } versionId || isCircle)
        {
            await incidents.RaiseAsync(parent, wanted, isCircle ? "child.circle" : "child.unpublished", cause.Now, cancellationToken);
            return;
        }

        var child = new WorkflowInstance
        {
            Id = wanted.ChildInstanceId,
            CaseId = parent.CaseId,
            ParentInstanceId = parent.Id,
            ParentWaitId = wanted.WaitId,
            Level = parent.Level + 1,
            DefinitionVersionId = versionId,
            State = "",
        };
        db.WorkflowInstances.Add(child);
        waiting.Enqueue((child, new Start(child.Id, cause.Now) { CorrelationId = wanted.CorrelationId, Facts = cause.Facts, Inputs = wanted.Inputs }));
    }

    /// <summary>An incident of the host: the child is tried again, or its parent goes on without it.</summary>
    private async Task GoOnAsync(CaseId caseId, ChildWanted wanted, WorkflowEvent happened, CancellationToken cancellationToken)
    {
        await incidents.ClearAsync(IdOf(happened), happened.Now, cancellationToken);
        var parentId = WorkflowInstance.Owning(wanted.ChildInstanceId);
        if (happened is Retry && await FindAsync(caseId, parentId, cancellationToken) is { } parent)
            await StartChildAsync(parent, wanted, happened, cancellationToken);
        else if (wanted.WaitId is { } wait)
            await TellOneAsync(caseId, parentId, new ChildEnded(wait, "Skipped", [], happened.Now) { Facts = happened.Facts }, cancellationToken);
    }

    private async Task TellOneAsync(CaseId caseId, string instanceId, WorkflowEvent happened, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseId, instanceId, cancellationToken) is { FinishedAt: null } instance)
            waiting.Enqueue((instance, happened));
    }

    private async Task<WorkflowInstance?> FindAsync(CaseId caseId, string instanceId, CancellationToken cancellationToken) =>
        db.InHand<WorkflowInstance>().FirstOrDefault(known => known.Id == instanceId)
        ?? await db.WorkflowInstances.FirstOrDefaultAsync(known => known.Id == instanceId && known.CaseId == caseId, cancellationToken);

    private async Task TellAllAsync(CaseId caseId, WorkflowEvent happened, CancellationToken cancellationToken)
    {
        await db.WorkflowInstances.Where(known => known.CaseId == caseId && known.FinishedAt == null).LoadAsync(cancellationToken);
        foreach (var instance in db.InHand<WorkflowInstance>().Where(known => known.CaseId == caseId && known.FinishedAt is null).OrderBy(known => known.Level).ThenBy(known => known.Id, StringComparer.Ordinal))
            waiting.Enqueue((instance, happened));
    }

    private async Task<WorkflowInstance?> ChildOfAsync(CaseId caseId, string waitId, CancellationToken cancellationToken) =>
        db.InHand<WorkflowInstance>().FirstOrDefault(known => known.ParentWaitId == waitId)
        ?? await db.WorkflowInstances.FirstOrDefaultAsync(known => known.CaseId == caseId && known.ParentWaitId == waitId, cancellationToken);
}
