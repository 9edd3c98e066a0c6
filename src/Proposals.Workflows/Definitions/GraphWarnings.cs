namespace Proposals.Workflows.Definitions;

/// <summary>What runs, but probably not as meant. In Elsa both pass in silence.</summary>
internal static class GraphWarnings
{
    public static void Add(FlowGraph graph, ProblemList problems)
    {
        if (graph.Start is not { } start)
            return;
        var reached = graph.ReachableFrom(start);
        foreach (var node in graph.Nodes)
        {
            if (!reached[node.Index])
            {
                problems.Warn("activity.unreachable", node.Id, $"从起点走不到“{node.Id}”。请连上它，或删除它。", $"No path leads to \"{node.Id}\". Connect it, or remove it.");
                continue;
            }

            foreach (var port in node.Activity.Ports)
            {
                if (node.Outgoing.TrueForAll(edge => edge.Port != port.Name))
                {
                    problems.Warn("port.unwired", node.Id, $"“{node.Id}”的出口“{port.Name}”没有连线，走到这里流程会直接结束。请连到下一步或“结束”。",
                        $"Port \"{port.Name}\" of \"{node.Id}\" leads nowhere; the workflow would simply finish there. Connect it to a step or to End.");
                }
            }
        }
    }
}
