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

    /// <summary>Operations inside statements, which the count of statements leaves out: one takes about as long as a fifth of a microsecond.</summary>
    private const int MaxWork = 2_000_000;

    private int units;
    private int work;
    private int weight;

    public void Reset()
    {
        units = 0;
        work = 0;
        weight = 0;
    }

    public void Charge(int more)
    {
        if (more < 0 || (units += more) > MaxUnits || units < 0)
            throw new WorkflowFault("script.memory", "The script makes more text and objects than a condition can need.");
    }

    public void Work(int more)
    {
        if ((work += more) > MaxWork)
            throw new WorkflowFault("script.statements", "The script computes more than a condition can need; it probably loops without end.");
    }

    /// <summary>Looking through a text.</summary>
    public void Scan(string text) => Work(1 + (text.Length / 10));

    /// <summary>Matching a pattern: whatever it finds, the matcher may keep a kilobyte for every letter of it.</summary>
    public void Match(string text) => Work(20 + (60 * text.Length));

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
