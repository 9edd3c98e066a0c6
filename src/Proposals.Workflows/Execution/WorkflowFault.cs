namespace Proposals.Workflows.Execution;

/// <summary>Stops a run where it is. Never leaves the machine: it becomes <see cref="InstanceFaulted"/>.</summary>
internal sealed class WorkflowFault(string code, string detail) : Exception(detail)
{
    public string Code { get; } = code;
}
