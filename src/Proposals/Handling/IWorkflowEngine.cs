using System.Text.Json.Nodes;
using Proposals.Workflows.Execution;

namespace Proposals.Handling;

/// <summary>The port to whatever runs the workflows. It is told, and answers nothing: what it wants done comes back through <see cref="IWorkflowTold"/>.</summary>
public interface IWorkflowEngine
{
    Task StartAsync(CaseId caseId, JsonObject facts, DateTimeOffset now, CancellationToken cancellationToken);

    Task AnswerAsync(CaseId caseId, string waitId, string port, JsonObject facts, DateTimeOffset now, CancellationToken cancellationToken);

    Task CancelAsync(CaseId caseId, string reason, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>The one handler of what an engine wants, called inside the act's transaction by the embedded one.</summary>
public interface IWorkflowTold
{
    Task ToldAsync(CaseId caseId, Effect effect, DateTimeOffset now, CancellationToken cancellationToken);
}
