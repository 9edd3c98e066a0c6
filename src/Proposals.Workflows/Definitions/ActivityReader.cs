using System.Text.Json;
using Proposals.Workflows.Activities;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Expressions;

namespace Proposals.Workflows.Definitions;

internal static class ActivityReader
{
    private const int MaxActivities = 2000;
    private const int MaxIdLength = 100;

    private static readonly HashSet<string> refused = ["Elsa.Cron", "Elsa.RunCSharp", "Elsa.RunPython", "Elsa.RunLiquid"];

    public static NodeTable Read(JsonElement root, ActivityCatalogue catalogue, VariableSet variables, ProblemList problems)
    {
        var table = new NodeTable();
        if (root.Find("activities") is null && root.Find("Activities") is not null)
        {
            problems.Error("flowchart.case", "$.root.Activities", "流程图的 activities 写成了大写开头，Elsa 会当作空的。请改为小写。",
                "The flowchart's activities are spelt with a capital, which Elsa reads as none. Spell them in lower case.");
        }

        var expressions = new ExpressionReader(variables, problems);
        var position = -1;
        foreach (var item in root.Find("activities").Items())
        {
            if (++position >= MaxActivities)
            {
                problems.Error("definition.activities", "$.root.activities", $"流程里的步骤超过{MaxActivities}个。请拆分流程。", $"The flowchart has more than {MaxActivities} activities. Split it.");
                break;
            }

            if (Claim(item, $"$.root.activities[{position}]", table, problems) is not { } id)
                table.Refuse();
            else if (ReadOne(id, item, catalogue, variables, expressions, problems, table.All.Count) is { } node)
                table.Add(node);
            else
                table.Refuse();
        }

        return table;
    }

    private static string? Claim(JsonElement item, string where, NodeTable table, ProblemList problems)
    {
        var id = item.Text("id");
        if (string.IsNullOrEmpty(id) || id.Length > MaxIdLength || id.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            problems.Error("activity.id", where, "这个步骤没有编号（id），或编号过长、含有空格。请填写一个简短的编号。",
                "This activity has no id, or one that is too long or has spaces. Give it a short one.");
            return null;
        }

        if (table.TryClaim(id))
            return id;
        problems.Error("activity.duplicate", id, $"编号“{id}”用了不止一次。请给其中一个改编号。", $"The id \"{id}\" is used more than once. Change one of them.");
        return null;
    }

    private static FlowNode? ReadOne(
        string id, JsonElement item, ActivityCatalogue catalogue, VariableSet variables, ExpressionReader expressions, ProblemList problems, int index)
    {
        var type = item.Text("type");
        if (string.IsNullOrEmpty(type))
        {
            problems.Error("activity.type", id, $"“{id}”没有写类型（type）。请补上，或删除它。", $"\"{id}\" has no type. Add it, or remove the activity.");
            return null;
        }

        if (refused.Contains(type))
        {
            problems.Error("activity.refused", id, $"“{id}”是 {type}，本系统不运行它。请改用其他步骤。", $"\"{id}\" is a {type}, which is not run here. Use another activity.");
            return null;
        }

        if (!catalogue.TryFind(type, out var descriptor) || !ActivityExecutors.Runs(descriptor))
        {
            problems.Error("activity.unknown", id, $"“{id}”的类型“{type}”不认识，不能运行。请换成步骤库里有的步骤。",
                $"\"{id}\" is of type \"{type}\", which is not known here and does not run. Use an activity of the palette.");
            return null;
        }

        if (ActivityExecutors.Read(new ActivityDraft(id, item, descriptor, expressions, variables, problems)) is not { } executor)
            return null;
        var metadata = item.Find("metadata");
        var position = metadata?.Find("designer")?.Find("position");
        var text = metadata?.Text("displayText") is { Length: > 0 } displayText ? displayText : descriptor.Name.Chinese;
        return new FlowNode(
            index,
            new DefinedActivity(id, type, text, position?.Number("x") ?? 0, position?.Number("y") ?? 0, descriptor) { Ports = executor.OwnPorts ?? descriptor.Ports },
            executor);
    }
}
