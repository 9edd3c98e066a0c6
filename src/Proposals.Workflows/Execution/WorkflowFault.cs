namespace Proposals.Workflows.Execution;

/// <summary>Stops a run where it is. Never leaves the machine: it becomes <see cref="IncidentRaised"/>.</summary>
internal sealed class WorkflowFault(string code, string detail) : Exception(detail)
{
    public string Code { get; } = code;
}
