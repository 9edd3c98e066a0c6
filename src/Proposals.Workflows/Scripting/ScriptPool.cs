using System.Collections.Concurrent;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Scripting;

/// <summary>
/// Keeps sandboxes for use again, because making one costs as much as running a dozen scripts. A sandbox belongs to one evaluation at a time;
/// one whose script failed is thrown away.
/// </summary>
internal static class ScriptPool
{
    private const int MaxKept = 32;

    // One pool per offset of `now`: a script's local time is that of the event.
    private static readonly ConcurrentDictionary<TimeSpan, ConcurrentBag<ScriptSandbox>> kept = new();

    public static string Evaluate(CompiledScript script, WorkflowRun run)
    {
        var pool = kept.GetOrAdd(run.Now.Offset, static _ => []);
        if (!pool.TryTake(out var sandbox))
            sandbox = new ScriptSandbox(run.Now.Offset);
        var json = sandbox.Evaluate(script, run);
        if (pool.Count < MaxKept)
            pool.Add(sandbox);
        return json;
    }
}
