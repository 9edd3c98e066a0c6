namespace Proposals.Workflows.Catalogue;

/// <summary>The activities of Elsa's palette that the engine runs by itself.</summary>
internal static class BuiltInActivities
{
    public const string Flowchart = "Elsa.Flowchart";

    private static readonly IReadOnlyList<PortDescriptor> done = [Port("Done", "完成", "Done")];
    private static readonly IReadOnlyList<OutputDescriptor> result = [new("result", "Object", new("结果", "Result"))];
    private static readonly IReadOnlyList<OutputDescriptor> currentValue = [new("currentValue", "Object", new("当前值", "Current value"))];
    private static readonly PortDescriptor body = Port("body", "循环内容", "Body");

    private static readonly InputDescriptor matching = new("mode", "String", new("匹配方式", "Mode"))
    {
        DefaultValue = "MatchFirst",
        Choices = [new("MatchFirst", new("只走第一个成立的", "First match")), new("MatchAny", new("走所有成立的", "Every match"))],
    };

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Flow("Elsa.Start", "开始", "Start", "play-circle") with { Ports = done },
        Flow("Elsa.End", "结束", "End", "stop-circle") with { IsTerminal = true },
        Flow("Elsa.Finish", "终止流程", "Finish", "x-octagon") with { IsTerminal = true },
        Flow("Elsa.Complete", "完成本流程", "Complete", "check-circle", Input("outcomes", "Object", "出口", "Outcomes")) with { IsTerminal = true },
        Flow("Elsa.Break", "跳出循环", "Break", "box-arrow-right") with { IsTerminal = true },
        Flow("Elsa.Fault", "报告异常", "Fault", "exclamation-octagon", Input("code", "String", "代码", "Code"), Input("category", "String", "类别", "Category"),
            Input("faultType", "String", "类型", "Type"), Input("message", "String", "说明", "Message")) with { Ports = done },

        Branching("Elsa.FlowDecision", "条件判断", "Decision", "signpost-split", Input("condition", "Boolean", "条件", "Condition") with { Required = true }) with
        {
            Ports = [Port("True", "是", "True"), Port("False", "否", "False")],
        },
        Branching("Elsa.FlowSwitch", "多路判断", "Switch", "diagram-3", matching),
        Branching("Elsa.FlowFork", "并行分支", "Fork", "signpost-2", Input("branches", "List<String>", "分支名称", "Branches")),
        Branching("Elsa.FlowJoin", "汇合", "Join", "union", Input("mode", "String", "汇合方式", "Mode") with
        {
            DefaultValue = "WaitAny",
            Choices =
            [
                new("WaitAny", new("任一分支到达即继续", "Any branch")), new("WaitAll", new("等所有分支到达", "All branches")),
                new("WaitAllActive", new("等所有走到的分支到达", "All branches that were taken")),
            ],
        }) with { Ports = done },
        Branching("Elsa.If", "如果", "If", "question-diamond", Input("condition", "Boolean", "条件", "Condition")) with
        {
            Ports = done,
            Slots = [Port("then", "成立时", "Then"), Port("else", "不成立时", "Else")],
            Outputs = [new("result", "Boolean", new("结果", "Result"))],
        },
        Branching("Elsa.Switch", "分情况", "Switch (structured)", "list-ul", matching) with { Ports = done, Slots = [Port("default", "其他情况", "Default")] },
        Branching("Elsa.Fork", "分叉", "Fork (structured)", "bezier2") with { Ports = done },

        Looping("Elsa.While", "当…时循环", "While", Input("condition", "Boolean", "条件", "Condition")),
        Looping("Elsa.For", "计数循环", "For", Input("start", "Int32", "从", "Start") with { DefaultValue = "0" }, Input("end", "Int32", "到", "End") with { DefaultValue = "0" },
            Input("step", "Int32", "步长", "Step") with { DefaultValue = "1" }, Input("outerBoundInclusive", "Boolean", "含终值", "Outer bound inclusive") with { DefaultValue = "true" }) with { Outputs = currentValue },
        Looping("Elsa.ForEach", "逐项循环", "For each", Input("items", "Object", "清单", "Items")) with { Outputs = currentValue },
        Looping("Elsa.ParallelForEach", "逐项并行", "Parallel for each", Input("items", "Object", "清单", "Items")),

        Composition(Flowchart, "流程图", "Flowchart", "diagram-2"),
        Composition("Elsa.Sequence", "顺序执行", "Sequence", "list-ol"),
        Composition("Elsa.Parallel", "同时执行", "Parallel", "layout-three-columns"),
        Calling("Elsa.ExecuteWorkflow", "运行子流程", "Execute workflow", "box-arrow-in-right") with { Outputs = result },
        Calling("Elsa.DispatchWorkflow", "派发子流程", "Dispatch workflow", "send") with { Outputs = result },

        Primitive("Elsa.SetVariable", "设置变量", "Set variable", "pencil-square", Input("value", "Object", "值", "Value")),
        Primitive("Elsa.SetOutput", "设置输出", "Set output", "box-arrow-up-right", Input("outputName", "String", "输出", "Output") with { Required = true }, Input("outputValue", "Object", "值", "Value")),
        Primitive("Elsa.SetName", "命名实例", "Set name", "tag", Input("value", "String", "名称", "Name")),
        Primitive("Elsa.Correlate", "设置关联号", "Correlate", "link-45deg", Input("correlationId", "String", "关联号", "Correlation ID")),
        Primitive("Elsa.WriteLine", "写一行", "Write line", "terminal", Input("text", "String", "文字", "Text")),
        Primitive("Elsa.RunJavaScript", "运行脚本", "Run JavaScript", "code-slash", Input("script", "String", "脚本", "Script"), Input("possibleOutcomes", "List<String>", "可能的出口", "Possible outcomes")) with
        {
            Ports = [],
            Outputs = result,
        },
        Primitive("Elsa.RunTask", "外部任务", "Run task", "gear", Input("taskName", "String", "任务名称", "Task name") with { Required = true }, Input("payload", "ObjectDictionary", "内容", "Payload")) with
        {
            Outputs = [new("taskId", "String", new("任务编号", "Task ID")), .. result],
        },
        Primitive("Elsa.Event", "等待事件", "Event", "lightning", Input("eventName", "String", "事件名称", "Event name") with { Required = true }) with { Outputs = result },
        Primitive("Elsa.PublishEvent", "发布事件", "Publish event", "broadcast", Input("eventName", "String", "事件名称", "Event name") with { Required = true },
            Input("correlationId", "String", "关联号", "Correlation ID"), Input("isLocalEvent", "Boolean", "仅本实例", "Local event"), Input("payload", "Object", "内容", "Payload")),
        Primitive("Elsa.Delay", "等待一段时间", "Delay", "hourglass", Input("timeSpan", "TimeSpan", "时长", "Time span") with { DefaultValue = "00:01:00" }),
        Primitive("Elsa.Timer", "定时", "Timer", "alarm", Input("interval", "TimeSpan", "间隔", "Interval") with { DefaultValue = "00:01:00" }),
        Primitive("Elsa.StartAt", "到时继续", "Start at", "calendar-event", Input("dateTime", "DateTimeOffset", "时刻", "Date and time") with { Required = true }),
        new("Elsa.UserTask", ActivityKind.HumanStep, new("人工任务", "User task"))
        {
            Category = "Tasks",
            Icon = "person-check",
            Ports = done,
            Inputs = [Input("title", "String", "标题", "Title"), Input("assignee", "String", "由谁办理", "Assignee"), Input("instructions", "String", "办理说明", "Instructions")],
            Outputs = [new("taskId", "String", new("任务编号", "Task ID")), .. result],
        },
    ];

    private static ActivityDescriptor Flow(string type, string chinese, string english, string icon, params InputDescriptor[] inputs) => Of("Flow", type, chinese, english, icon, inputs);

    private static ActivityDescriptor Branching(string type, string chinese, string english, string icon, params InputDescriptor[] inputs) => Of("Branching", type, chinese, english, icon, inputs);

    private static ActivityDescriptor Looping(string type, string chinese, string english, params InputDescriptor[] inputs) =>
        Of("Looping", type, chinese, english, "arrow-repeat", inputs) with { Ports = done, Slots = [body] };

    private static ActivityDescriptor Composition(string type, string chinese, string english, string icon) =>
        Of("Composition", type, chinese, english, icon) with { Ports = done, IsContainer = true };

    private static ActivityDescriptor Calling(string type, string chinese, string english, string icon) =>
        Of("Composition", type, chinese, english, icon, Input("workflowDefinitionId", "String", "流程", "Workflow definition") with { Required = true }, Input("correlationId", "String", "关联号", "Correlation ID"),
            Input("input", "ObjectDictionary", "输入", "Input"), Input("waitForCompletion", "Boolean", "等待其完成", "Wait for completion")) with { Ports = done };

    private static ActivityDescriptor Primitive(string type, string chinese, string english, string icon, params InputDescriptor[] inputs) =>
        Of("Primitives", type, chinese, english, icon, inputs) with { Ports = done };

    private static ActivityDescriptor Of(string category, string type, string chinese, string english, string icon, params InputDescriptor[] inputs) =>
        new(type, ActivityKind.Flow, new(chinese, english)) { Category = category, Icon = icon, Inputs = inputs };

    private static InputDescriptor Input(string name, string typeName, string chinese, string english) => new(name, typeName, new(chinese, english));

    private static PortDescriptor Port(string name, string chinese, string english) => new(name, new(chinese, english));
}
