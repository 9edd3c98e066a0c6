using Proposals.Workflows.Execution;

namespace Proposals.Handling;

/// <summary>The port to whatever runs the workflows. It is told, and answers nothing: what it wants done comes back through <see cref="IWorkflowTold"/>.</summary>
public interface IWorkflowEngine
{
    /// <summary>A start makes the case's main instance; a cancellation and an event concern all its instances; everything else goes to the one that its id names.</summary>
    Task TellAsync(CaseId caseId, WorkflowEvent happened, CancellationToken cancellationToken);

    /// <summary>Begins a workflow beside the case's main one, which goes on as it is.</summary>
    Task BeginAsync(CaseId caseId, string definitionId, WorkflowEvent cause, CancellationToken cancellationToken);

    /// <summary>Ends what runs of these workflows beside the case's main one, which goes on as it is.</summary>
    Task EndAsync(CaseId caseId, IReadOnlySet<string> definitionIds, Cancel cause, CancellationToken cancellationToken);
}

/// <summary>The one handler of what an engine wants, called inside the act's transaction by the embedded one.</summary>
public interface IWorkflowTold
{
    Task ToldAsync(CaseId caseId, Effect effect, DateTimeOffset now, CancellationToken cancellationToken);
}
