using System.Text.Json;

namespace Proposals.Workflows.Definitions;

/// <summary>Where a flowchart begins, as Elsa finds it, except that a doubt is an error: Start, then what may start a workflow, then the one without a way in.</summary>
internal static class StartFinder
{
    public static ActivityNode? Find(ActivityDraft flowchart, IReadOnlyList<ActivityNode> nodes, bool isWhole)
    {
        var starts = nodes.Where(node => node.Type == "Elsa.Start").ToList();
        if (starts.Count == 0)
            starts = MayStart(flowchart.Json, nodes);
        if (starts.Count == 0)
            starts = [.. nodes.Where(node => node.Incoming.Count == 0)];
        if (starts.Count == 1)
            return starts[0];
        var where = flowchart.Where == "$.root" ? "$.root" : flowchart.Id;
        if (starts.Count > 1 && isWhole)
        {
            flowchart.Problems.Error("start.several", starts[1].Id, $"流程有{starts.Count}个起点：{string.Join('、', starts.Take(5).Select(node => node.Id))}。请只保留一个“开始”。",
                $"The flowchart has {starts.Count} starting points: {string.Join(", ", starts.Take(5).Select(node => node.Id))}. Keep one Start.");
        }
        else if (starts.Count == 0 && isWhole)
        {
            flowchart.Problems.Error("start.missing", where, "流程没有起点。请从步骤库拖入一个“开始”。", "The flowchart has no starting point. Add a Start from the palette.");
        }

        return null;
    }

    private static List<ActivityNode> MayStart(JsonElement flowchart, IReadOnlyList<ActivityNode> nodes)
    {
        var ids = (from item in flowchart.Find("activities").Items()
                   where item.Find("customProperties")?.Find("canStartWorkflow") is { ValueKind: JsonValueKind.True }
                   select item.Text("id")).ToHashSet();
        return [.. nodes.Where(node => ids.Contains(node.Id))];
    }
}
