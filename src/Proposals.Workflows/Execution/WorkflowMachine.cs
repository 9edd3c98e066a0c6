using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>The pure step function: the same definition, state and event always give the same new state and effects.</summary>
public static class WorkflowMachine
{
    /// <param name="definition">The version the instance was started with.</param>
    /// <param name="state">Canonical text of the instance; null only for <see cref="Start"/>.</param>
    /// <param name="happened">An event that does not fit (an answer nobody waits for, a port the step does not have) gives back the same text and no effects.</param>
    public static StepResult Step(WorkflowDefinition definition, string? state, WorkflowEvent happened)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(happened);
        if (state is null)
        {
            return happened is Start start
                ? Begin(definition, start)
                : throw new ArgumentException("Only Start makes an instance; every other event needs its state.", nameof(state));
        }

        if (happened is Start)
            throw new ArgumentException("The instance has been started already.", nameof(happened));
        var run = new WorkflowRun(definition, StateReader.Read(definition, state), happened);
        var changed = happened switch
        {
            Answer answer => run.Answer(answer.WaitId, answer.Port, answer.Outputs),
            TimerElapsed elapsed => run.TimerElapsed(elapsed.WaitId),
            EventHappened named => run.EventHappened(named.EventName, named.Payload, named.CorrelationId),
            ChildEnded child => run.ChildEnded(child.WaitId, child.Outputs),
            Cancel cancel => run.Cancel(cancel.Reason),
            Retry retry => run.Retry(retry.IncidentId),
            Skip skip => run.Skip(skip.IncidentId, skip.Port),
            _ => throw new NotSupportedException($"The engine does not know the event {happened.GetType().Name}."),
        };
        return changed ? run.Result() : new StepResult(state, []);
    }

    private static StepResult Begin(WorkflowDefinition definition, Start start)
    {
        var state = new InstanceState { InstanceId = start.InstanceId, CorrelationId = start.CorrelationId };
        foreach (var (name, value) in start.Inputs)
            state.Inputs.Set(name, CanonicalJson.Of(value));
        foreach (var variable in definition.Variables.All)
            state.Variables.Set(variable.Id, variable.InitialJson);
        var run = new WorkflowRun(definition, state, start);
        run.Begin();
        return run.Result();
    }
}

/// <summary>The new state as canonical text, and what the host has to do, in order.</summary>
public sealed record StepResult(string State, IReadOnlyList<Effect> Effects);
