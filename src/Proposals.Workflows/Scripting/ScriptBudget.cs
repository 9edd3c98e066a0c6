using System.Runtime.CompilerServices;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Scripting;

/// <summary>What one evaluation may use up, besides statements. Deterministic; only the stack probe looks at the machine.</summary>
internal sealed class ScriptBudget
{
    public const int MaxText = 1024 * 1024 / 2;
    public const int MaxArray = 50_000;

    /// <summary>What an object or a list costs before anything is in it.</summary>
    public const int Thing = 100;

    private const int MaxUnits = 4_000_000;
    private const int MaxCallWeight = 1000;

    private long units;
    private int longest;
    private int weight;

    public void Reset()
    {
        units = 0;
        longest = 0;
        weight = 0;
    }

    public void Charge(long more)
    {
        if ((units += more) > MaxUnits)
            throw new WorkflowFault("script.memory", "The script makes or looks through more text and objects than a condition can need.");
    }

    /// <summary>For so many parts of an expression. Any of them may read the longest text there is, digit by digit.</summary>
    public void Work(int parts) => Charge(parts * (1L + (longest / 50)));

    public string Text(string text)
    {
        RequireText(text.Length);
        longest = Math.Max(longest, text.Length);
        Charge(text.Length);
        return text;
    }

    public static void RequireText(long length)
    {
        if (length > MaxText)
            throw TooLong();
    }

    public static WorkflowFault TooLong() => new("script.text", "The script makes a text of more than 1 MB.");

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
