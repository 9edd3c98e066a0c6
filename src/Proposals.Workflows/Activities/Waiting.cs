using System.Globalization;
using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

/// <summary>Asks something outside for a result.</summary>
internal sealed class RunTask(Expression? name, Expression? payload) : ActivityExecutor
{
    public override WaitKind WaitsFor => WaitKind.Task;

    public override void Execute(WorkflowRun run, Work work)
    {
        var task = name?.Text(run) ?? "";
        var content = payload?.Node(run);
        var wait = run.Wait(work);
        run.Tell(new TaskWanted(wait.Id, work.Node.Key, task, content));
    }
}

internal sealed class WaitForEvent(Expression? name, bool startsWorkflow) : ActivityExecutor
{
    public override WaitKind WaitsFor => WaitKind.Event;

    /// <summary>Marked in the drawing as what may start an instance.</summary>
    public bool StartsWorkflow => startsWorkflow;

    public string? LiteralName => (name as LiteralExpression)?.Text();

    public static ActivityExecutor Read(ActivityDraft draft) =>
        new WaitForEvent(draft.Input("eventName"), draft.Json.Find("customProperties")?.Find("canStartWorkflow") is { ValueKind: System.Text.Json.JsonValueKind.True });

    public override void Execute(WorkflowRun run, Work work)
    {
        if (run.IsTrigger(work.Node))
        {
            run.SetOutputs(work.Node, CanonicalJson.Of(new JsonObject { ["result"] = run.TriggerPayload }));
            run.Complete(work);
            return;
        }

        var awaited = name?.Text(run) is { Length: > 0 } text ? text : throw new WorkflowFault("event.name", "The event to wait for has no name.");
        var wait = run.Wait(work, awaited);
        run.Tell(new EventWanted(wait.Id, work.Node.Key, awaited));
    }
}

internal sealed class PublishEvent(Expression? name, Expression? correlation, Expression? payload) : ActivityExecutor
{
    public override void Execute(WorkflowRun run, Work work)
    {
        var published = name?.Text(run) is { Length: > 0 } text ? text : throw new WorkflowFault("event.name", "The event to publish has no name.");
        run.Tell(new EventPublished(published, correlation?.Text(run) is { Length: > 0 } id ? id : null, payload?.Node(run)));
        run.Complete(work);
    }
}

/// <summary>Delay, and Timer where it does not start a workflow: both wait once for as long as they say.</summary>
internal sealed class Pause(Expression? length) : ActivityExecutor
{
    public override WaitKind WaitsFor => WaitKind.Timer;

    private static readonly TimeSpan longest = TimeSpan.FromDays(3660);

    public override void Execute(WorkflowRun run, Work work)
    {
        if (!TimeSpan.TryParse(length?.Text(run), CultureInfo.InvariantCulture, out var span) || span > longest || span < TimeSpan.Zero)
            throw new WorkflowFault("timer.length", "The time to wait must be written as days.hours:minutes:seconds, for example 1.00:00:00, and be at most ten years.");
        var wait = run.Wait(work);
        run.Tell(new TimerWanted(wait.Id, work.Node.Key, work.Node.Type, run.Now + span));
    }
}

internal sealed class StartAt(Expression? moment) : ActivityExecutor
{
    public override WaitKind WaitsFor => WaitKind.Timer;

    public override void Execute(WorkflowRun run, Work work)
    {
        if (!DateTimeOffset.TryParse(moment?.Text(run), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var due))
            throw new WorkflowFault("timer.moment", "The moment to go on must be written as 2026-03-31T09:00:00+08:00.");
        if (due <= run.Now)
        {
            run.Complete(work);
            return;
        }

        var wait = run.Wait(work);
        run.Tell(new TimerWanted(wait.Id, work.Node.Key, work.Node.Type, due));
    }
}

/// <summary>Runs another definition as an instance of its own.</summary>
internal sealed class ChildWorkflow(Expression definition, Expression? correlation, Expression? input, Expression? waits) : ActivityExecutor
{
    public override WaitKind WaitsFor => WaitKind.Child;

    public static ActivityExecutor? Read(ActivityDraft draft) =>
        draft.Input("workflowDefinitionId") is { } definition ? new ChildWorkflow(definition, draft.Input("correlationId"), draft.Input("input"), draft.Input("waitForCompletion")) : null;

    public override void Execute(WorkflowRun run, Work work)
    {
        var id = definition.Text(run) is { Length: > 0 } text ? text : throw new WorkflowFault("child.definition", $"{work.Node.Id} does not say which workflow to run.");
        var inputs = input?.Node(run) is JsonObject given ? given : [];
        inputs["ParentInstanceId"] = run.InstanceId;
        var related = correlation?.Text(run);
        var child = run.NextId();
        if (waits?.IsTrue(run) == true)
        {
            var wait = run.Wait(work);
            run.Tell(new ChildWanted(wait.Id, work.Node.Key, child, id, related, inputs));
            return;
        }

        run.Tell(new ChildWanted(null, work.Node.Key, child, id, related, inputs));
        run.Complete(work);
    }
}
