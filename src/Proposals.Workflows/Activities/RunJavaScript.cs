using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;
using Proposals.Workflows.Scripting;

namespace Proposals.Workflows.Activities;

/// <summary>A script that computes a result and may choose its ports with <c>setOutcome</c>.</summary>
internal sealed class RunJavaScript(CompiledScript? script, IReadOnlyList<string> possible) : ActivityExecutor
{
    public override IReadOnlyList<PortDescriptor> OwnPorts { get; } = [.. possible.Append("Done").Distinct().Select(port => new PortDescriptor(port, new BilingualText(port, port)))];

    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var possible = (draft.Input("possibleOutcomes") as LiteralExpression)?.Texts() ?? [];
        var source = draft.Input("script");
        if (source is null)
            return new RunJavaScript(null, possible);
        if (source is not LiteralExpression literal)
        {
            draft.Problems.Error("script.computed", draft.Id, $"“{draft.Id}”的脚本要直接写明，不能由别的表达式算出。请直接填写脚本。", $"The script of \"{draft.Id}\" must be written out, not computed. Write the script itself.");
            return null;
        }

        if (string.IsNullOrWhiteSpace(literal.Text()))
            return new RunJavaScript(null, possible);
        return draft.Expressions.Script(draft.Id, literal.Text() ?? "") is { } expression ? new RunJavaScript(expression.Script, possible) : null;
    }

    public override void Execute(WorkflowRun run, Work work)
    {
        if (script is null)
        {
            run.Complete(work);
            return;
        }

        run.ChosenOutcomes = null;
        var result = ScriptPool.Evaluate(script, run);
        if (result != "null")
            run.SetOutput(work.Node, "result", result);
        run.Complete(work, run.ChosenOutcomes ?? ["Done"]);
    }
}
