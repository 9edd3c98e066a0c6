namespace Proposals.Handling;

/// <summary>The one workflow instance of a case: which definition version it runs, and the engine's state as text. Nobody but the engine reads the text.</summary>
public sealed class WorkflowInstance
{
    public required CaseId CaseId { get; init; }

    public required Guid DefinitionVersionId { get; set; }

    public required string State { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The instance stopped where it is; facts go on, the watchdog lists the case.</summary>
    public string? FaultCode { get; set; }

    public string? FaultDetail { get; set; }
}
