using Proposals.Workflows.Execution;
using Proposals.Workflows.Scripting;

namespace Proposals.Workflows.Expressions;

internal sealed class ScriptExpression(CompiledScript script) : Expression
{
    public CompiledScript Script { get; } = script;

    public override string Json(WorkflowRun run) => ScriptPool.Evaluate(Script, run);
}
