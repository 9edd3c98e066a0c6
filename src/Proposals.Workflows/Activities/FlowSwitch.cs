using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

internal sealed class FlowSwitch(IReadOnlyList<(string Label, Expression Condition)> cases, bool everyMatch) : ActivityExecutor
{
    private const string Default = "Default";

    public override IReadOnlyList<PortDescriptor> OwnPorts { get; } =
        [.. cases.Select(one => new PortDescriptor(one.Label, new BilingualText(one.Label, one.Label))), new(Default, new("其他情况", "Default"))];

    public static ActivityExecutor? Read(ActivityDraft draft)
    {
        var cases = new List<(string, Expression)>();
        var labels = new HashSet<string> { Default };
        var position = -1;
        foreach (var item in draft.Json.Find("cases").Items())
        {
            position++;
            var label = item.Text("label");
            if (string.IsNullOrWhiteSpace(label) || !labels.Add(label))
            {
                draft.Problems.Error("switch.case", draft.Id, $"多路判断“{draft.Id}”的第{position + 1}种情况没有名称或与别的重名。请改名。",
                    $"Case {position + 1} of switch \"{draft.Id}\" has no label, or one that is taken. Rename it.");
            }
            else if (item.Find("condition") is not { } condition)
            {
                draft.Problems.Error("switch.case", draft.Id, $"多路判断“{draft.Id}”的“{label}”没有写条件。请填写条件。",
                    $"Case \"{label}\" of switch \"{draft.Id}\" has no condition. Write one.");
            }
            else if (draft.Expressions.Read(draft.Id, condition.Find("expression") ?? condition, "Boolean") is { } expression)
            {
                cases.Add((label, expression));
            }
        }

        return ReadMode(draft) is { } everyMatch ? new FlowSwitch(cases, everyMatch) : null;
    }

    public override void Execute(WorkflowRun run, FlowNode node)
    {
        var matches = new List<string>();
        foreach (var (label, condition) in cases)
        {
            if (!condition.IsTrue(run))
                continue;
            matches.Add(label);
            if (!everyMatch)
                break;
        }

        if (matches.Count == 0)
            matches.Add(Default);
        run.Complete(node, [.. matches]);
    }

    private static bool? ReadMode(ActivityDraft draft)
    {
        var mode = draft.Json.Find("mode") is { } written ? written.AsText() ?? written.Find("expression")?.Text("value") : "MatchFirst";
        if (mode is "MatchFirst" or "MatchAny")
            return mode == "MatchAny";
        draft.Problems.Error("switch.mode", draft.Id, $"多路判断“{draft.Id}”的匹配方式无法识别。请选择“只走第一个成立的”或“走所有成立的”。",
            $"The mode of switch \"{draft.Id}\" is not known. Choose MatchFirst or MatchAny.");
        return null;
    }
}
