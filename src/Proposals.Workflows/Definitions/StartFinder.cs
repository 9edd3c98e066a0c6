using System.Text.Json;

namespace Proposals.Workflows.Definitions;

/// <summary>Where a run begins, as Elsa finds it, except that a doubt is an error: Start, then what may start a workflow, then the one without a way in.</summary>
internal static class StartFinder
{
    public static FlowNode? Find(JsonElement root, NodeTable nodes, ProblemList problems)
    {
        var starts = nodes.All.Where(node => node.Activity.Type == "Elsa.Start").ToList();
        if (starts.Count == 0)
            starts = [.. MayStart(root).Select(nodes.Find).OfType<FlowNode>()];
        if (starts.Count == 0)
            starts = [.. nodes.All.Where(node => node.Incoming.Count == 0)];
        if (starts.Count == 1)
            return starts[0];
        if (starts.Count > 1)
        {
            problems.Error("start.several", starts[1].Id, $"流程有{starts.Count}个起点：{string.Join('、', starts.Take(5).Select(node => node.Id))}。请只保留一个“开始”。",
                $"The flowchart has {starts.Count} starting points: {string.Join(", ", starts.Take(5).Select(node => node.Id))}. Keep one Start.");
        }
        else if (!nodes.HasRefused)
        {
            problems.Error("start.missing", "$.root", "流程没有起点。请从步骤库拖入一个“开始”。", "The flowchart has no starting point. Add a Start from the palette.");
        }

        return null;
    }

    private static IEnumerable<string> MayStart(JsonElement root) =>
        from item in root.Find("activities").Items()
        where item.Find("customProperties")?.Find("canStartWorkflow") is { ValueKind: JsonValueKind.True }
        select item.Text("id") ?? "";
}
