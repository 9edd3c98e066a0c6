using Proposals.Workflows.Catalogue;
using static Proposals.Inbox.StepCatalogue;

namespace Proposals.Feedback;

internal static class FeedbackSteps
{
    public const string Collect = "Proposals.CollectFeedback";
    public const string Reopen = "Proposals.StartRehandling";
    public const string ResultIs = "Proposals.ResultIs";

    public static IReadOnlyList<ActivityDescriptor> All { get; } =
    [
        Human("CollectFeedback", "征询意见", "Collect feedback", "envelope-open",
            Port("Satisfied", "满意或基本满意", "Satisfied or basically satisfied", nameof(RecordFeedback)),
            Port("Unsatisfied", "不满意", "Unsatisfied", nameof(RecordFeedback)),
            Port("Lapsed", "逾期未反馈", "No feedback in time", nameof(RecordLapse))),
        Human("StartRehandling", "重新交办登记", "Re-assignment", "arrow-repeat", Port("Reopened", "已重新交办", "Re-assigned", nameof(StartRehandling))),
        new ActivityDescriptor(ResultIs, ActivityKind.Decider, new BilingualText("办理结果是否", "Is the result"))
        {
            Category = "判断",
            Icon = "question-diamond",
            Ports = [new PortDescriptor("True", new BilingualText("是", "Yes")), new PortDescriptor("False", new BilingualText("否", "No"))],
            Inputs =
            [
                new InputDescriptor("is", "String", new BilingualText("判断内容", "Asks whether it"))
                {
                    Required = true,
                    DefaultValue = "NeedsFollowUp",
                    Choices = [new Choice("NeedsFollowUp", new BilingualText("须跟踪落实", "needs follow-up")), new Choice("Resolved", new BilingualText("已解决", "counts as resolved")), new Choice("Unsatisfied", new BilingualText("不满意", "left somebody unsatisfied"))],
                },
            ],
            Decide = facts => facts.Flag("result" + facts.Input("is")) ? "True" : "False",
        },
    ];
}
