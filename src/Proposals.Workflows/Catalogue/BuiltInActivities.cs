namespace Proposals.Workflows.Catalogue;

/// <summary>The activities of Elsa's palette that the engine runs by itself.</summary>
internal static class BuiltInActivities
{
    private static readonly IReadOnlyList<PortDescriptor> done = [new("Done", new("完成", "Done"))];

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Flow("Elsa.Start", "开始", "Start", "play-circle") with { Ports = done },
        Flow("Elsa.End", "结束", "End", "stop-circle"),
        Flow("Elsa.Finish", "终止流程", "Finish", "x-octagon"),
        Flow("Elsa.FlowDecision", "条件判断", "Decision", "signpost-split") with
        {
            Ports = [new("True", new("是", "True")), new("False", new("否", "False"))],
            Inputs = [new("condition", "Boolean", new("条件", "Condition")) { Required = true }],
        },
        Flow("Elsa.FlowSwitch", "多路判断", "Switch", "diagram-3") with
        {
            Inputs =
            [
                new("mode", "String", new("匹配方式", "Mode"))
                {
                    DefaultValue = "MatchFirst",
                    Choices = [new("MatchFirst", new("只走第一个成立的", "First match")), new("MatchAny", new("走所有成立的", "Every match"))],
                },
            ],
        },
        Flow("Elsa.SetVariable", "设置变量", "Set variable", "pencil-square") with
        {
            Ports = done,
            Inputs = [new("value", "Object", new("值", "Value"))],
        },
    ];

    private static ActivityDescriptor Flow(string type, string chinese, string english, string icon) =>
        new(type, ActivityKind.Flow, new(chinese, english)) { Category = "Flow", Icon = icon };
}
