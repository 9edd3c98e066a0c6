using System.Runtime.CompilerServices;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Scripting;

/// <summary>What one evaluation may use up, besides statements. Deterministic; only the stack probe looks at the machine.</summary>
internal sealed class ScriptBudget
{
    public const int MaxText = 1024 * 1024 / 2;
    public const int MaxArray = 50_000;

    private const int MaxUnits = 4_000_000;
    private const int MaxCallWeight = 1000;

    private int units;
    private int weight;

    public void Reset()
    {
        units = 0;
        weight = 0;
    }

    public void Charge(int more)
    {
        if (more < 0 || (units += more) > MaxUnits || units < 0)
            throw new WorkflowFault("script.memory", "The script makes more text and objects than a condition can need.");
    }

    public string Text(string text)
    {
        RequireText(text.Length);
        Charge(text.Length);
        return text;
    }

    public static void RequireText(long length)
    {
        if (length > MaxText)
            throw new WorkflowFault("script.text", "The script makes a text of more than 1 MB.");
    }

    public static int Array(double length) => length is >= 0 and <= MaxArray
        ? (int)length
        : throw new WorkflowFault("script.array", $"The script makes a list of more than {MaxArray} elements.");

    public void Enter(int more)
    {
        if ((weight += more) > MaxCallWeight || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new WorkflowFault("script.recursion", "The script calls itself too deep.");
    }

    public void Leave(int less) => weight -= less;
}
