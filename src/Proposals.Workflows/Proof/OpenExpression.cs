using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Proof;

/// <summary>An input whose value nobody knows before it runs.</summary>
internal sealed class OpenExpression : Expression
{
    private readonly bool decides;

    private OpenExpression(bool decides) => this.decides = decides;

    /// <summary>A condition, written out or computed: it may hold or not.</summary>
    public static OpenExpression Truth { get; } = new(decides: true);

    /// <summary>A value that no proof looks at.</summary>
    public static OpenExpression Nothing { get; } = new(decides: false);

    public override string Json(WorkflowRun run) => !decides ? "null" : run.Choose(2) == 0 ? "false" : "true";
}
