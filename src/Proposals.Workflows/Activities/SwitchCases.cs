using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Activities;

internal sealed record SwitchCase(string Label, Expression Condition, ActivityNode? Activity);

/// <summary>The cases of both switches, and whether the first match wins or every one.</summary>
internal sealed class SwitchCases(IReadOnlyList<SwitchCase> cases, bool everyMatch)
{
    public const string Default = "Default";

    public IReadOnlyList<SwitchCase> All => cases;

    public static SwitchCases? Read(ActivityDraft draft)
    {
        var cases = new List<SwitchCase>();
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
                var activity = item.Find("activity") is { ValueKind: System.Text.Json.JsonValueKind.Object } inner
                    ? draft.Reader.Read(inner, $"{draft.Where}.cases[{position}].activity", draft.Inside, position)
                    : null;
                cases.Add(new SwitchCase(label, expression, activity));
            }
        }

        return ReadMode(draft) is { } everyMatch ? new SwitchCases(cases, everyMatch) : null;
    }

    public List<SwitchCase> Matching(WorkflowRun run)
    {
        var matches = new List<SwitchCase>();
        foreach (var one in cases)
        {
            if (one.Condition.IsTrue(run) && (everyMatch || matches.Count == 0))
                matches.Add(one);
        }

        return matches;
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
