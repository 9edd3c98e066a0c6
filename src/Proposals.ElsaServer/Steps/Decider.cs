using System.ComponentModel;
using Elsa.Workflows;

namespace Proposals.ElsaServer.Steps;

/// <summary>Chooses a port from the facts without waiting: the first port when its rule holds, the last one when it does not.</summary>
[Browsable(false)]
public sealed class Decider : Activity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        CaseFacts.Keep(context);
        var facts = CaseFacts.Of(context.WorkflowExecutionContext);
        var holds = DeciderRules.Holds(Type, facts, input => context.ActivityState.TryGetValue(input, out var value) ? value?.ToString() ?? "" : "");
        var ports = context.ActivityDescriptor.Ports;
        var port = holds ? ports.First() : ports.Last();
        await context.CompleteActivityWithOutcomesAsync(port.Name);
    }
}
