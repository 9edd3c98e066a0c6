using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>The pure step function: the same definition, state and event always give the same new state and effects.</summary>
public static class WorkflowMachine
{
    /// <param name="state">Canonical text of the instance; null only for <see cref="Start"/>.</param>
    public static StepResult Step(WorkflowDefinition definition, string? state, WorkflowEvent happened) => throw new NotSupportedException();
}

/// <summary>The new state as canonical text, and what the host has to do, in order.</summary>
public sealed record StepResult(string State, IReadOnlyList<Effect> Effects);
